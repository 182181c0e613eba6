// What words in the headers of columns mean. A word stands with all its accents; comparison folds them.
// "seh*" is the beginning of a word. A word of a script without spaces also counts inside a longer text.
// Languages, in this order where a line has several: en de nl sv da no fi fr es it pt ro ca pl cs sk hu hr sl et lv lt
// ru uk bg el tr he ar fa hi vi id th ja ko zh.

/** The meaning of each word in a header, by meaning. A word may have several. */
export const headerWords = {
  title: `title titles titulua titill titel titels titeln titelen tittel otsikko nimike titre titres título títulos titolo titoli
    títol titlu titlul tytuł tytułu název názvu názov názvu cím címe címek naslov naslova pealkiri nosaukums pavadinimas
    название названия заголовок назва назви заглавие τίτλος τίτλο başlık başlığı כותרת שם العنوان عنوان शीर्षक tựa tiêu
    judul ชื่อ ชื่อเรื่อง タイトル 題名 作品名 題 邦題 제목 작품명 标题 標題 片名 名称 名稱 電影名稱 影片名
    სათაური დასახელება სახელწოდება վերնագիր վերնագիրը անվանում tajuk titulli izenburua pamagat başlıq শিরোনাম தலைப்பு`,
  name: `name names denumire denumirea наименование naam namn navn navnet nimi nom nombre nome nume numele nazwa jméno meno név neve ime nimetus vārds
    имя ім'я име όνομα ad adı adi ismi isim שם الاسم اسم نام नाम tên nama 名前 이름 名字
    სახელი անուն անունը nafn heiti emri izena назив pangalan`,
  film: `film films filme filmes filmen filmer filmu filmy filmov filma filmas filmo filmai filmul filmului filmin filmi
    movie movies flick picture cinema* pel·lícula película peliculas películas spielfilm kinofilm speelfilm elokuva*
    leffa* långfilm snímek snímka ταινία ταινίας ταινίες фильм* фильма фильмы кино фільм* фільму фільми филм* סרט הסרט
    סרטים الفيلم فيلم أفلام فیلم फिल्म phim ภาพยนตร์ หนัง 映画 作品 영화 电影 電影 影片 mozi* kinofilma movielens
    ფილმი ფილმის ფილმები ֆիլմ ֆիլմը ֆիլմի ֆիլմեր kinó filem mynd* kvikmynd* filmi filmak pelikula филма филмови филмот চলচ্চিত্র সিনেমা திரைப்படம் படம் فلم`,
  original: `original originale originaal originaler originální originálny originalna oryginalny oryginał* oryginalna
    originaltitel originaltittel originalni originalus alkuperäi* alkup orig eredeti originál оригинал* оригінал*
    πρωτότυπος πρωτότυπο πρωτότυπου orijinal özgün מקורי الأصلي اصلی मूल gốc asli 原題 原名 원제 原标题 原標題 外文名`,
  local: `english german french spanish italian polish swedish danish dutch russian japanese korean chinese deutsch
    deutscher englisch englischer français anglais española español inglés castellano italiano inglese português
    inglês polski angielski svensk svenska engelsk danske norsk suomenkielinen suomeksi englanniksi český czech magyar
    localized localised local international pl de fr русск* українськ* αγγλικός türkçe עברית`,
  sort: `sort sorting sortier* tri orden ordine slug alias sorttitle aka akatitle`,
  year: `year years urtea ár yr jahr jahres jahrgang jaar jaartal år årtal årstall vuosi vuosiluku année années annee an ans
    anul anno anni año años ano anos any rok rokprodukcji roku lata ročník év éve évszám évjárat godina leto aasta gads metai
    год года году рік року година έτος έτους χρονιά χρονολογία yıl yılı yili שנה שנת سنة السنة عام العام سال वर्ष năm tahun ปี 年
    年份 年代 年度 製作年 公開年 制作年 연도 년도 년 开画年
    წელი წლის տարի տարին տարեթիվ útgáfuár urte viti жылы বছর সাল ஆண்டு taon`,
  release: `release released releases premiere premiered première premiär* premiär premiere* premiera premiery premiéra
    premijera launch theatrical erschein* erschienen veröffentlich* kinostart produktion* produktions produced
    production herstellung* uitgebracht uitgave release* verschijn* utgiv* utgivet utgivelse* udgiv* udgivelse* udkom
    julkaisu* julkais* ensi-ilta ensiilta valmistumis* sortie parution réalisation estreno lanzamiento producción uscita
    produzione lançamento estreia produção lansare lansării apariției producției estrena produkcji produkcja wydania powstania
    uvedení vydání výroby výroba natočení vydania megjelen* bemutat* gyártás* készítés* izlaska proizvodnje izida выпуска выхода
    релиз* релиза премьер* производства випуску виходу прем'єр* издаване κυκλοφορ* παραγωγή* πρεμιέρα yapım* çıkış* vizyon*
    gösterim יציאה הפקה הוצאה الإصدار إصدار الإنتاج انتشار तारीख-रिलीज phát sản rilis produksi ฉาย 公開 公開日 製作 制作 上映
    上映日期 发行 發行 개봉 개봉일 제작 출시 上映日 首映 išleidimo izlaiduma väljalaske
    გამოშვება გამოშვების թողարկման útgáfu* издања`,
  date: `date dates dagsetning day days datum datums data datas dag dagen dato datoer datoen päivä* päivämäärä* pvm pv jour jours
    journée fecha fechas día dia giorno dias ziua dată dzień dnia den dne deň dňa dátum dátuma nap napja dan kuupäev datums
    diena дата даты дату число день дати дня ημερομηνία ημερομηνίες ημ/νία μέρα tarih tarihi tarihler gün günü תאריך
    יום التاريخ تاريخ يوم تاریخ तारीख दिनांक ngày tanggal วันที่ วัน 日 日付 日期 時間 时间 날짜 일자 일 time when wann
    quand cuándo cuando quando kiedy kdy mikor когда коли πότε متى מתי kapan
    თარიღი ամսաթիվ ամսաթիվը датум tarikh tarix তারিখ தேதி petsa`,
  watch: `watch watched watching watches viewed view views viewing viewings seen saw screening screened checked played
    play plays consumed gesehen geschaut angesehen angeschaut sichtung* geguckt gucken geschautam sehdatum seh
    zuletztgesehen konsumiert bekeken gezien gekeken kijk* kijkdatum visie sett sedd sedda sedd tittad tittade såg
    visning* visad visat set sett setter sete kiggedag katsottu katso* katselu* nähty näh* vu vue vus vues visionné* visionnage*
    regardé* regard* visto vista vistos vistas visionado* visualizado* visualización* visualizaci* visionad* ver viste
    visione visioni guardat* visionat* assistid* assisti visualizaç* visualizad* vi vizionat* vizionăr* vizion* văzut* vazut*
    vist vists mirat vista obejrzan* obejrzen* ogląd* oglad* widzian* seans* seansu zhlédnut* zhlednut* shlédnut* shlednut* viděn* viděno sledov*
    videné pozreté pozretia zhliadn* megnéz* megnez* látott látva látta néztem megtekint* nézés* pogled* gledan* ogled* vaadat* vaatamis* noskat* skatī*
    peržiūr* žiūr* просмотр* посмотр* смотр* увиден* перегля* дивив* бачив* бачен* гледан* гледал* προβολ* θέαση* θέασης είδα
    ειδωθ* παρακολούθ* παρακολουθ* izle* izlen* seyret* seyir gör* görüldü צפייה צפיתי נצפה נצפתה ראיתי ראייה המشاهدة المشاهدة مشاهدة شاهدت
    شوهد تماشا देखा देखने xem ditonton tonton menonton ดู ดูแล้ว 鑑賞 鑑賞日 視聴 視聴日 観た 見た 観賞 관람 관람일 시청 시청일 본 감상
    감상일 看过 看過 观看 觀看 观影 觀影 观看日期 visitado visionata
    ვნახე ნანახია ნანახი ნახვის դիտել* դիտված դիտեցի դիտման տեսել ikusi* séð horft одгледано одгледан гледано погледано tengok ditengok napanood pashë shikuar দেখেছি பார்த்த
    néz* nézett`,
  last: `last latest recent zuletzt letzte letzter laatst senast sist sidst viimeksi viimeisin dernier dernière último última
    ultimo ultima ostatnio ostatni naposledy poslední utoljára последн* останн* τελευταία son אחרון آخر lần-cuối terakhir
    最終 最後 마지막 최근 最后`,
  first: `first erstmals eerste första første ensimmäinen premier primera primero prima primeiro primeira pierwsz* první
    először перв* перш* πρώτη ilk ראשון أول 初回 初 처음 首次`,
  start: `started start begin began begun beginn begonnen gestartet commencé début empezado inicio iniciado iniziato
    começado rozpoczęto začátek elkezd* начал* початок έναρξη başla* התחלה بدء 開始 开始 시작`,
  finish: `finished finish finishing completed complete completion end ended done beendet abgeschlossen fertig ende einde
    voltooid afgerond klar slut avslutad færdig afsluttet ferdig fullført valmis lopetettu terminé fini fin terminado
    completado acabado finito finita completato terminato terminado concluído concluido terminat finalizat acabat ukończon* zakończon*
    dokončen* hotovo befejez* kész završeno завершен* закончен* закінчен* ολοκληρ* bitir* tamamla* הושלם סיום مكتمل اكتمل selesai
    完了 完成 완료 看完 終了`,
  rate: `rating ratings not punktów bodů bodov баллов балів очков звёзд зірок hvězd hvězdiček gwiazdek gwiazdka stjärna estrella estrela étoile stella punctaj punctajul puntuazioa einkunn rate score scores stars star grade grades points point mark marks bewertung* wertung wertungen note noten
    sterne stern punkte punktzahl punkt beurteilung benotung einschätzung beoordeling* waardering cijfer score punten sterren betyg
    betyget poäng stjärnor omdöme karakter karakterer bedømmelse vurdering stjerner terningkast poeng arvosana arvosanat arvio* pisteet
    pisteitä tähdet tähdiä pistemäärä notes notation évaluation étoiles cote appréciation calificación calificacion calificaciones puntuación
    puntuacion puntos puntaje nota notas valoración valoracion estrellas voto voti votazione valutazione punteggio stelle giudizio
    avaliação avaliacao avaliações classificação classificacao estrelas pontuação pontos notă notare scor evaluare stele
    puntuació valoració estrelles ocena oceny oceń punktacja punkty gwiazdki hodnocení hodnoceni body známka hvězdy hodnotenie známkovanie
    értékelés ertekeles értékel* pontszám pont pontok osztályzat csillag* ocjena ocjene ocena zvijezde hinne hinnang tärnid vērtējums
    įvertinimas оценка оценки балл баллы рейтинг звёзды оцінка оцінки бал бали зірки оценка βαθμολογία βαθμός βαθμολογια αξιολόγηση
    αστέρια puan* puanı oy oyum yıldız değerlendirme דירוג ציון כוכבים ניקוד التقييم تقييم الدرجة درجة نجوم تقييمي امتیاز रेटिंग अंक
    điểm đánh nilai peringkat penilaian bintang skor คะแนน เรตติ้ง 評価 点数 点 スコア 採点 レーティング 評点 星 別点 별점 평점 점수
    평가 评分 評分 打分 分数 分數 星级 星級 个人评分 rating10 rating5 metascore tomatometer
    ქულა ქულები შეფასება რეიტინგი գնահատական գնահատականը միավոր оцена оцене markah vlerësimi qiymət রেটিং மதிப்பீடு verdict opinion opinions meinung urteil avis mening åsikt opinión opinião parere mielipide zdanie názor мнение думка γνώμη
    terning karakterskala`,
  rated: `rated bewertet beoordeeld betygsatt bedømt vurdert arvosteltu noté évalué calificado puntuado valorado votato valutato
    avaliado votado notat oceniono ocenione ohodnoceno hodnoceno értékelve ocijenjeno оценено оценен* оцінено βαθμολογήθηκε puanlan* dinilai 評価日 打分日期
    평가일 评分日期 评价时间 voted votedate`,
  mine: `my mine your yours own user users personal owner me self individual mein meine meiner meines dein deine eigene persönliche
    persönlich mijn jouw eigen min mitt mina din egen personlig mit dit minun oma omani mon ma mes votre perso personnel* mi mis
    tu personal mío mia mio miei tuo il-mio meu minha meus sua pessoal mea meu meva moja moje mój twoja własna můj moje mé osobní
    môj saját sajat enyém ocjenam мой моя мое моё мои личн* ваша мій моя моє мої власн* μου δική kişisel benim שלי اישי المستخدم
    شخصي من của-tôi saya ของฉัน 自分 マイ 私の 個人 나의 내 개인 我的 个人 個人 我
    ჩემი իմ мој моја`,
  everybody: `average avg mean global overall community public critic critics press audience everyone all metacritic tomatometer
    rottentomatoes metascore votes vote durchschnitt* durchschn gesamt kritiker gemiddeld* gemiddelde genomsnitt* snitt gennemsnit*
    gjennomsnitt* keskiarvo moyenne moyen presse spectateurs promedio media media* medio crítica medie critica média
    średnia srednia krytyk* průměr* priemer* átlag* prosjek средн* общ* загальн* середн* критик* μέσος μέση ortalama ממוצע متوسط المتوسط
    rata-rata 平均 みんな 평균 전체 豆瓣评分 平均分 豆瓣 総合 大众`,
  add: `timestamp added add adding created create creation inserted modified updated update edited logged entered entry hinzugefügt hinzu
    erstellt angelegt eingetragen geändert aktualisiert toegevoegd aangemaakt gewijzigd tillagd tillagt skapad lagt uppdaterad
    tilføjet oprettet lagt-til opprettet lisätty luotu ajouté* ajout créé création modifié añadido agregado anadido creado aggiunto aggiunta
    creato adicionado adicionada criado criação inclusão adăugat adaugat creat afegit dodan* dodania utworzon* přidán* pridan* vytvořen* hozzáad*
    létrehoz* dodano dodan добавлен* добавления создан* додан* додавання створен* προσθήκη* προστέθηκε ekle* oluştur* נוסף הוספה יצירה
    الإضافة إضافة أضيف thêm ditambahkan เพิ่ม 追加 追加日 登録 登録日 추가 추가일 등록 添加 加入 创建 創建 创建时间 标记时间 收藏时间 purchase purchased bought gekauft acheté
    comprado kupiono`,
  list: `list lists listed liste listen listan lista listy listę lijst lijsten listat seznam zoznam popis список списка
    списки список λίστα listesi רשימה القائمة قائمة danh daftar รายการ リスト 목록 列表 片单 片單 collection collections collectie sammlung`,
  want: `watchlist wishlist wunschliste watchlisted want wants planned plan planning towatch towatchlist merkliste vormerk* geplant wil
    kijklijst verlanglijst vill önskelista vil ønskeliste seliste huskeliste haluan katselulista envie envies àvoir liste-d'envies
    quiero pendiente pendientes porver deseos davedere desidero watchlista quero paraassistir desejo dorinte chcę dozobaczenia chci
    chcem szeretném megnézendő želim хочу план* κατάλογος-προβολής θέλω istek izlenecek izlenecekler רוצה לצפות أريد 見たい 観たい
    보고싶어요 想看 待看 queue backlog`,
  status: `kategori kategorie kategoria categoria categoría catégorie categorie categorias kategória категория категорія status state action progress stand zustand stav stan estado estat statut état stato situação situazione stare tila tilstand
    állapot státusz stanje статус состояние стан κατάσταση durum durumu סטטוס מצב الحالة حالة وضعیت trạng สถานะ 状態 ステータス 상태
    状态 狀態 category categories shelf`,
  count: `count counts number times total amount anzahl mal male häufigkeit aantal keer antal gånger gange antall ganger määrä kertaa
    kerrat nombre fois compteur número veces cantidad numero volte quantità vezes quantidade număr ori liczba razy ile počet
    krát szám hányszor száma broj puta количество раз число кількість разів φορές αριθμός sayısı adet kez defa מספר פעמים عدد مرات
    lần kali jumlah oft often wieoft 回数 回 횟수 次数 次數 playcount viewcount nr no num`,
  plays: `views viewings watches plays playcount viewcount playcounts visionnages sichtungen viewings kijkbeurten visningar visninger katselukerrat visionados
    visionamientos visioni visualizações vizionări odtworzenia seanse přehrání zhlédnutí megtekintések просмотров просмотры переглядів
    προβολές izlenmeler צפיות المشاهدات 再生回数 視聴回数 鑑賞回数 관람횟수 재생횟수 观看次数 播放次数`,
  again: `before vorher zuvor auparavant antes prima wcześniej předtím раніше ранее daha-önce rewatch rewatched rewatches rewatching rewatchcount repeat repeats repeated again reviewing wiederholt wiederholung*
    revi erneut wiedergesehen herzien herhaling opnieuw omtitt* igen omsett gensyn gense* uudelleen uusinta revu revus revue revision* rever revisto
    rivisto rivista revisionado revisionados repetido repetida repetición repetições ripetuto ripetizioni revizionat powtórk* ponownie
    znovu opakovan* újranéz* ismét ponovno повтор* пересмотр* пересмотрено повторн* перегляд-знову επανάληψη tekrar שוב חוזרת
    إعادة مكرر 再鑑賞 再視聴 リピート 재관람 다시 重看 重温 二刷`,
  like: `like liked likes favorite favourite favorites favourites fav heart loved love faves favorit* liebling* favoriet* gefällt
    gillar gillad tykkäys suosikki* favori* aimé coup cœur favorito* favorita* gusta preferito preferiti preferita gostei curtido curtiu
    preferat* favorit ulubion* oblíben* obľúben* kedvenc* omiljen* любим* избранн* нравится улюблен* обран* αγαπημέν* favori beğen*
    מועדף אהבתי المفضلة مفضل أعجبني yêu-thích favorit お気に入り 好き 즐겨찾기 좋아요 喜欢 喜歡 收藏 最爱`,
  tag: `tag tags label labels keyword keywords hashtag hashtags schlagwort schlagwörter schlagworte stichwort stichwörter etikett* märken
    étiquette étiquettes mots-clés etiqueta etiquetas etichetta etichette etichete marcadores tagi znaczniki štítky címke címkék
    oznake тег теги метки ключевые теги мітки ετικέτες etiket etiketler תגיות תגים الوسوم علامات タグ 태그 标签 標籤`,
  note: `note notes comment comments commentary remark remarks memo memos thoughts annotation notiz notizen anmerkung* bemerkung*
    kommentar* notitie notities opmerking* aantekening* anteckning* kommentarer notater merknad noter bemærkning* huomio* muistiinpano*
    kommentti kommentit remarque* commentaire* nota notas comentario comentarios apuntes observaciones appunti commento commenti
    comentário comentários anotações observações comentariu comentarii observații observatii notițe uwagi notatki komentarz* poznámk* komentář* komentár*
    megjegyzés* jegyzet* bilješke napomena komentar заметк* комментари* примечан* нотатк* коментар* приміт* бележки σημειώσεις σχόλια
    σχόλιο not notlar yorum yorumlar הערה הערות ملاحظات ملاحظة تعليق ghi catatan komentar หมายเหตุ メモ コメント 備考 메모 노트 코멘트 备注 備註 评论 評論
    简评 短评 短評 我的短评 感想
    შენიშვნა კომენტარი նշում մեկնաբանություն athugasemd* напомена белешка shënim opinion opinions meinung avis mening åsikt opinión opinião parere mielipide zdanie názor мнение думка γνώμη`,
  review: `review reviews critique critiques kritik rezension* besprechung recensie* bespreking recension* omdöme anmeldelse* omtale
    arvostelu* arvio reseña reseñas resena crítica recensione recensioni resenha recenzie cronică recenzj* opinia
    recenze recenzia kritika kritikák vélemény recenzija рецензи* отзыв* обзор рецензі* відгук* рецензия κριτικ* eleştiri inceleme
    ביקורת مراجعة نقد đánh-giá ulasan resensi รีวิว レビュー 感想 리뷰 감상평 影评 影評 评价`,
  spoiler: `spoiler spoilers contains-spoilers`,
  place: `teatteri leffateatteri σινεμά mozi place location where cinema cinéma theater theatre venue kino ort wo lichtspielhaus spielstätte bioscoop plaats waar biograf
    bio plats biografen sted kino elokuvateatteri paikka lieu où salle cine lugar dónde sala luogo dove sala local onde unde miejsce
    gdzie kde hely helyszín hol mjesto gdje кинотеатр место где кінотеатр місце де κινηματογράφος τόπος πού sinema yer nerede קולנוע
    מקום איפה السينما سينما المكان rạp bioskop โรงหนัง 映画館 劇場 場所 영화관 극장 장소 影院 电影院 電影院 地点 地點
    hvar bíó
    hvor`,
  company: `company companions companion with withwhom whom mit mitwem begleitung zusammen met samen gezelschap medd sällskap tillsammans
    sammen selskab selskap kanssa seura avec con compañía acompañante compagnia com companhia cu compania z-kim towarzystwo s-kým
    společnost kivel társaság s-kim с-кем компания з-ким με παρέα kiminle beraber עם مع với bersama 一緒 同伴者 誰と 함께 동행 同伴 和谁`,
  director: `director directors directed directedby regie regisseur regisseure regisseurs regissör instruktør regissør ohjaaja* ohjaus
    réalisateur réalisateurs réalisatrice réalisation director/a dirección directores regista regia diretor diretores direção realizador
    regizor regizori regia reżyser reżyseria režie režisér réžia rendező* rendezte redatelj režija lavastaja režisors режиссер* режиссёр*
    режисер* σκηνοθέτης σκηνοθεσία yönetmen yönetmeni במאי בימוי المخرج إخراج مخرج کارگردان đạo-diễn sutradara ผู้กำกับ 監督 감독 导演 導演`,
  kind: `type kind mediatype titletype typ art medium gattung soort sort-of slags tyyppi genre-typ tipo tipus tip rodzaj druh druhu típus
    vrsta тип вид тип τύπος είδος-έργου tür türü סוג النوع نوع loại jenis ประเภท 種類 種別 종류 유형 类型 類型 類別 分类
    universe univers universo universum`,
  link: `url urls uri link links address adresse webseite website site web href permalink lien liens enlace enlaces collegamento
    indirizzo ligação endereço legătură odkaz adres adresa ссылка адрес посилання σύνδεσμος bağlantı adres קישור رابط الرابط liên-kết
    tautan ลิงก์ リンク 링크 주소 链接 鏈接 连接 地址 条目链接`,
  id: `id ids identifier barcode ean upc key code nummer nr-id const tconst guid kennung identifiant identificador identificativo identifikator
    идентификатор ідентифікатор αναγνωριστικό kimlik מזהה معرف 识别码 编号 編號`,
  owned: `owned have bluray dvd besitz besitze vorhanden bezit äger ejer eier omistan possédé tengo posseduto tenho deținut posiadam vlastním
    saját-példány в-наличии є-в-наявності έχω sahip برחזקתי أملك 所有 所持 소장 拥有 ownership`,
  rank: `rank ranking position pos row index platz rang nr. lfd laufende positie placering sija rang puesto posición posizione posto
    posição poziția pozycja pořadí sorszám sıra sıralama место номер позиция θέση ranking מיקום الترتيب 順位 番号 순위 번호 排名 序号 序號 编号`,
  other: `disliked dislikes genre genres runtime duration length minutes laufzeit dauer länge speelduur duur längd speltid varighed spilletid
    varighet spilletid kesto pituus durée duración durata duração durată czas trwania délka dĺžka időtartam hossz trajanje
    длительность продолжительность тривалість διάρκεια süre משך المدة 上映時間 時間長 상영시간 片长 片長 country countries land länder pays país
    países paese nazione kraj země krajina ország država страна країна χώρα ülke מדינה البلد 国 製作国 국가 国家 制片国家 国家地区 language languages sprache
    taal språk sprog kieli langue idioma lingua limba język jazyk nyelv язык мова γλώσσα dil שפה اللغة 言語 언어 语言 cast actor actors starring
    darsteller schauspieler besetzung acteurs skådespelare skuespillere näyttelijät acteur reparto actores attori elenco atores actori obsada
    obsazení herci szereplők glumci актеры актёры актори ηθοποιοί oyuncular שחקנים الممثلون 出演 キャスト 출연 배우 主演 演员 演員 writer writers screenplay
    drehbuch scenario scénario guion sceneggiatura roteiro scenariusz scénář forgatókönyv сценарий сценарій σενάριο senarist studio studios
    distributor verleih production-company plot overview summary synopsis description beschreibung inhalt handlung beschrijving
    beskrivning beskrivelse kuvaus résumé sinopsis descripción trama descrizione sinopse descrição descriere opis popis leírás описание
    опис περιγραφή açıklama תיאור الوصف あらすじ 説明 줄거리 简介 簡介 剧情 poster image cover backdrop thumbnail icon budget revenue gross boxoffice
    certificate certification content-rating fsk mpaa altersfreigabe format edition resolution quality mood stimmung platform device
    service streaming provider source quelle gerät device user-id profile author publisher isbn pages binding gattung-genre género genere
    gênero gen gatunek žánr műfaj žanr жанр жанри είδος tür-genre ז'אנר نوع-فني thể-loại ジャンル 장르 类型片 popularity tagline crew awards
    homepage adult video collection-id hidden season-number private bookmark percent paused counter
    ჟანრი ժանր janr tegund generoa recommended recommend recommends recommandé empfohlen recomendado consigliato
    price prices preis preise eintritt kosten prix tarif coût precio entrada prezzo preço pris prijs cena cost costs fee цена ціна стоимость fiyat τιμή מחיר
    السعر 価格 料金 가격 价格 票价 價格`,
  season: `season seasons staffel saison temporada stagione seizoen säsong sæson sesong kausi sezon sezona série-nr évad řada сезон σεζόν عونه
    시즌 シーズン 季`,
  episode: `episode episodes ep eps folge folgen épisode episodio capítulo aflevering avsnitt afsnit jakso odcinek epizoda díl epizód серия эпизод
    серія επεισόδιο bölüm פרק حلقة 話 エピソード 회차 集 lastepwatched`,
  book: `book books buch bücher boek boeken bok böcker bog kirja livre livres libro libros livro livros carte llibre książka kniha könyv knjiga
    книга книги βιβλίο kitap ספר كتاب 書名 书名 책 isbn isbn13 bookid bookshelves pages publisher binding shelf-book gutenberg author autor`,
  author: `author authors autor autoren auteur auteurs schrijver författare forfatter kirjailija autore autores autorka автор авторы
    автора συγγραφέας yazar מחבר سופר المؤلف 著者 作者 저자`,
  person: `email mail mails emailaddress birthday birthdays birthdate birth dob phone telephone telefon telefoon téléphone teléfono
    telefono mobile handy geburtstag geburtsdatum geboren verjaardag geboortedatum födelsedag födelsedatum fødselsdag syntymäpäivä
    anniversaire naissance cumpleaños nacimiento compleanno nascita aniversário nascimento urodziny urodzenia narození рождения 誕生日
    생일 生日`,
  game: `game games videogame spiel spiele spel jeu jeux juego juegos gioco giochi jogo jogos spil spill peli pelit gra hra játék igra игра
    игры гра παιχνίδι oyun משחק لعبة ゲーム 게임 游戏 遊戲`,
  show: `series show shows tvshow serie serien fernsehserie série séries seriál serial sorozat serija сериал сериалы серіал σειρά dizi סדרה
    مسلسل ドラマ 드라마 电视剧 剧集 電視劇 sarja`,
  album: `album albums artist artists track tracks rym discogs vinyl`,
  otherTopic: `vintage grape grapes wine wines winery beer beers brewery whisky coffee band bands concert gig city cities hotel dish class student students
    players winner exercise sets wein weine rebsorte winzer bier brauerei stadt konzert vin vins cépage bière ville concert vino vinos uva cerveza ciudad concierto vini birra città
    wino piwo miasto вино пиво город концерт match matches matchday fixture team teams goals opponent league tournament lap laps driver circuit amount balance account payee
    payer currency transaction transactions debit credit invoice iban vat qty quantity price customer salary task tasks todo due deadline
    assignee priority project distance pace calories kcal weight reps steps heartrate ingredients cooked servings recipe recipes restaurant
    minplayers maxplayers playingtime numplays fortrade wanttobuy wanttoplay temperature humidity latitude longitude hostname mannschaft heim gast gegner tore spieltag betrag saldo konto auftraggeber empfänger
    verwendungszweck buchung* buchungstag währung umsatz rechnung kunde menge aufgabe aufgaben fällig priorität gewicht rezept rezepte
    zutaten équipe buts adversaire montant solde compte devise débit crédit facture client tâche tâches échéance priorité poids recette
    equipo goles partido importe saldo cuenta moneda factura cliente tarea tareas prioridad receta squadra partita importo conto valuta
    fattura compito scadenza ricetta valor jogador placar tarefa tarefas prazo receita mecz drużyna kwota zadanie zadania
    termin zápas částka úkol mérkőzés csapat összeg feladat матч команда команди сумма счет счёт задача задачи сума maç takım tutar görev
    ποσό αγώνας ομάδα סכום مبلغ مباراة 試合 金額 口座 경기 금액 比赛 金额 余额`,
  imdb: `imdb tconst const imdbid imdburl imdblink`,
  tmdb: `tmdb themoviedb moviedb moviedatabase themoviedatabase tmdbid tmdburl`,
  letterboxd: `letterboxd letterboxduri lbxd boxd`,
  trakt: `trakt traktid`,
  wikidata: `wikidata qid`,
  kinopoisk: `kinopoisk кинопоиск`,
  filmweb: `filmweb`,
  csfd: `csfd čsfd`,
  douban: `douban 豆瓣id`,
  allocine: `allocine allociné`,
  filmaffinity: `filmaffinity`,
  mubi: `mubi`,
  rottentomatoes: `rotten rottentomatoes`,
  service: `tvdb thetvdb simkl mal myanimelist anidb kitsu anilist movielens jellyfin plex netflix amazon metacritic senscritique`,
} as const satisfies Record<string, string>;

/** Words in headers that say nothing by themselves. */
export const emptyWords = `the a of on in at to by for from and or out is was be been i it its this that le la les l du de des d
  au à en il lo gli della del dello di el los las o os as do da dos um na w z ze dla se v ve na az der die das am den vom zum zur von im
  een het op van dat ett av på i og og til nr hver ja on ile или и в на по с о що та і й του της το η ο ve ile את ה ב ב של ال في من の を に と る
  た 의 을 를 에 的 了 at`;
