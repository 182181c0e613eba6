/**
 * The words by which a review is recognised, by language. Words are separated by spaces, `_` is a space within one.
 * Each is the beginning of a word, or any part of the text in languages that do not separate words.
 */
export interface Vocabulary {
  /** Common words that tell the language; empty where the script does. */
  common: string;
  /** What a text about a film speaks of: its makers, its means, the cinema. */
  craft: string;
  /** What a judgement is said with. */
  judging: string;
  /** What a text about another kind of work speaks of: a book, a game, an album, a play, a meal, a program. */
  other: string;
  /** What news and announcements say. */
  news: string;
}

export const vocabularies: Record<string, Vocabulary> = {
  en: {
    common: 'the and of to is that it in with was for his her',
    craft:
      'film movie cinema director directed screenplay script camera cinematograph scene sequence shot performance actor actress acting cast dialogue soundtrack score music sound editing picture reel screen plot character protagonist credits ending audience close-up flashback sequel remake genre thriller comedy western horror drama noir villain matinee documentary animation co-star debut biopic running_time watch story storytelling plays performer heroine hero narrative third_act',
    judging:
      'wonderful brilliant clever funny beautiful moving masterpiece great good best better worst bad weak strong slow dull boring tedious fine perfect flaw fault works fails earn deserve lands worth recommend disappoint love enjoy brave patien honest subtle overlong pity praise charm impress memorable haunting happily stays_with verdict ought terrific awful delight thrill lack gripping satisf less_sure rarely needless must-see glad quiet exciting would_have i_would wast thin rich sharp warm raw bold flat clumsy elegan grace tender tense taut uneven messy smart stun bland clich predict original invent hollow sincer never_pit',
    other:
      'game gameplay player novel_ novels book chapter reader album track song episode season series phone laptop recipe plugin software release_notes version restaurant menu dish chef waiter stage theatre play_by production exhibition podcast console combat upgrade repository hotel ticket_price serves oven tagine console handheld paperback publisher vinyl band concert opera musical museum battery pan salt pepper lens sensor megapixel autofocus firmware usb device phone tablet headphone speaker charger wifi app_ apps router laptop price warranty inch',
    news: 'announce confirm reported reports studio_has shooting_to box_office release_date trailer casting_news obituary died dies_at told_a set_to spokes million in_talks greenlit sign_up_for opens_on tickets_on',
  },
  de: {
    common: 'der die und das ist nicht ein eine mit den von sich auf dem',
    craft:
      'film kino regie regisseur drehbuch kamera szene einstellung schauspiel darsteller spielt abspann musik ton schnitt leinwand figur hauptrolle nebenrolle nebenfigur handlung dialog zuschauer publikum saal sequenz bild fortsetzung genre krimi komödie drama thriller vorstellung inszenier streifen soundtrack',
    judging:
      'großartig gelungen schön stark schwach langweilig sehenswert empfehl meisterwerk schwäche stärke leider überzeug beeindruck lohn enttäusch wunderbar witzig klug toll gut besser beste schlecht perfekt spannend berühr mühe dick trotzdem bleibt nachkling fazit gerade_deshalb zu_lang genügt ruhe mutig fündig belohnt',
    other:
      'spiel_ roman buch bücher kapitel leser album song lied folge staffel serie konsole steuerung rezept restaurant speise küche bühne theater inszenierung_am oper konzert ausstellung software version verlag autorin band hotel akku gerät zutaten',
    news: 'gab_bekannt bestätigt kündigt verkündet angekündigt dreharbeiten kassen trailer gestorben verstorben soll_im startet_im millionen laut_medien',
  },
  fr: {
    common: 'le la les des et est une dans que qui pour pas sur avec du',
    craft:
      'film cinéma réalisat cinéaste scénario caméra scène plan séquence acteur actrice joue interpr musique image montage dialogue personnage spectateur salle séance rôle mise_en_scène écran bande_originale générique long-métrage comédie polar drame thriller metteur lumière pellicule',
    judging:
      'beau belle magnifique réussi raté fort faible ennuy chef-d beaut dommage meilleur pire bon bonne excellent déçu décev touchant émou drôle brillant maîtris convainc inégal bâclé vaut conseil aimé adoré bijou parfait subtil trop long patience confiance juste suffi on_retient regrett plaisir pleure',
    other:
      'roman livre chapitre lecteur lecture éditeur album chanson morceau épisode saison série jeu_ joueur manette recette restaurant plat_ chef_cuisin théâtre comédien pièce opéra concert exposition logiciel version hôtel batterie ingrédient bande_dessinée auteure',
    news: 'annonc confirm tournage_début box-office bande-annonce décédé décès mort_à millions sortira dévoil',
  },
  es: {
    common: 'el la los las de que y en una por con para se del no',
    craft:
      'película film cine director cineasta guion guión cámara escena secuencia plano actor actriz interpret actúa música fotografía montaje diálogo personaje espectador sala pantalla metraje papel reparto banda_sonora comedia drama thriller entrada largometraje rodad imagen silencio créditos luz',
    judging:
      'mejor peor gran_ bueno buena excelente bello hermos magnífic flojea floja débil aburri obra_maestra recomend decepcion emocion divertid brillante pena justifica perfect convenc acierto fall merece encant gust paciencia demasiado sutil lento largo imprescindible ganas vale',
    other:
      'novela libro capítulo lector editorial disco álbum canción episodio temporada serie videojuego juego jugador mando receta restaurante plato teatro obra_de_teatro concierto ópera exposición software versión hotel batería ingrediente tomate',
    news: 'anunci confirm rodaje_comenz taquilla tráiler falleci murió muere millones estrenará se_estrena',
  },
  ca: {
    common: 'el la els les de que i en una per amb es del no als seva',
    craft:
      'pel·lícula film cinema ritme final protagonist director directora cineasta guió càmera escena seqüència pla_ plans actor actriu interpret actua música fotografia muntatge diàleg personatge espectador sala pantalla paper repartiment banda_sonora comèdia drama thriller entrada llargmetratge rodat imatge silenci',
    judging:
      'millor pitjor gran_ bo_ bona excel·lent bell_ bonic magnífic fluix feble avorri obra_mestra recoman decep emocion divertit brillant llàstima perfect convinc encert mereix encant agrad paciència massa subtil lent llarg imprescindible val_la_pena meravell',
    other:
      'novel·la llibre capítol lector editorial disc_ àlbum cançó episodi temporada sèrie videojoc joc_ jugador recepta restaurant plat_ teatre escenografia funcions obra_de_teatre concert òpera exposició programari versió hotel bateria ingredient',
    news: 'anunci confirm rodatge_comen taquilla tràiler mor_ va_morir milions estrenarà',
  },
  it: {
    common: 'il la di che e un una non per con del della si le gli',
    craft:
      'film cinema regista regia sceneggiatura cinepresa macchina_da_presa scena sequenza inquadratur attore attrice attori interpret recita lavora_per musica fotografia montaggio dialog personaggi spettator sala schermo ruolo colonna_sonora commedia dramma thriller biglietto pellicola immagin luce luci protagonist silenzi',
    judging:
      'miglior peggior bell_ bello bella belli belle bellissim straordinari splendid splend meraviglios indimenticabil intens sorprend magnific riuscit forte debole noios capolavoro consigli delud emozion divertent brillante peccato vale_ perfett convinc zoppica merita troppo sottile pazienza lento lungo voglia ottimo buono coraggios non_capita racconta_ciò da_vedere',
    other:
      'romanzo libro capitol lettor editore album canzon brani episodi stagion serie videogioc gioco giocator ricetta ristorante piatto teatro concerto opera_lirica mostra software versione hotel batteria ingredient',
    news: 'annunci conferm riprese_inizi botteghino incassi trailer morto scompars milioni uscirà',
  },
  pt: {
    common: 'o a os as de que e em uma um para com não do da se é',
    craft:
      'filme cinema diretor realizador cineasta roteiro argumento câmera câmara cena sequência plano ator atriz atua interpret trabalha_com música fotografia montagem diálogo personage espectador sala tela ecrã papel elenco trilha_sonora banda_sonora comédia drama thriller ingresso bilhete longa-metragem imagem luz luzes silêncio protagonista',
    judging:
      'melhor pior bom boa ótimo excelente belo bela lindo magnífic fraco forte chato obra-prima recomend decepcion emocion divertid brilhante pena vale perfeit convence merece demais adorei gostei paciência sutil subtil lento longo coragem',
    other:
      'romance_de livro capítulo leitor editora disco álbum canção episódio temporada série_ videojogo jogo jogador receita restaurante prato peça_de teatro concerto ópera exposição software versão hotel bateria ingrediente',
    news: 'anunci confirm filmagens_começ bilheteria bilheteira trailer faleceu morreu milhões estreia_em regressa edição participam',
  },
  nl: {
    common: 'de het een en van is dat niet met op zijn voor die te',
    craft:
      'film bioscoop regisseur regie scenario camera scène shot acteur actrice speelt acteer muziek beeld montage dialo personage publiek zaal doek rol cast soundtrack komedie drama thriller kaartje aftiteling hoofdrol sequentie cinema',
    judging:
      'prachtig mooi sterk zwak saai meesterwerk aanrader aanbevolen teleurstell ontroer grappig briljant jammer waard perfect overtui hapert geduld goed beter beste slecht te_lang subtiel blijft geslaagd mislukt knap fraai boeiend genoeg helaas',
    other:
      'roman boek hoofdstuk lezer uitgever album nummer liedje aflevering seizoen serie spel_ game speler recept restaurant gerecht toneel voorstelling theater concert opera tentoonstelling software versie hotel batterij ingrediënt',
    news: 'kondigt aangekondigd bevestig opnames_begin bezoekersaantal trailer overleden miljoen verschijnt_in',
  },
  sv: {
    common: 'och att det som en ett är på inte med för av den till',
    craft:
      'film bio regissör regi manus kamera scen bild skådespel spelar agerar musik ljud klipp dialog karaktär publik salong duk roll sekvens komedi drama thriller biljett eftertext tagning ljus sekvens huvudroll filmfoto',
    judging:
      'fantastisk bra bättre bäst dålig vacker stark svag tråkig mästerverk rekommender besviken rörande rolig lysande synd värd perfekt övertyg haltar tålamod för_lång lyck misslyck gripande tyvärr stannar räcker modig',
    other:
      'roman bok_ boken kapitel läsare förlag album låt skiva avsnitt säsong serie spelet spelare recept restaurang maträtt teater föreställning konsert opera utställning programvara version hotell batteri ingrediens dansgolv',
    news: 'tillkännag bekräfta meddela inspelning_start trailer avlid dött miljoner premiär_den',
  },
  da: {
    common: 'og at det som en et er på ikke med for af den til jeg',
    craft:
      'film biograf instruktør manuskript kamera scene billed skuespil spiller musik lyd klip dialog karakter publikum sal lærred rolle sekvens komedie drama thriller billet rulletekst filmfoto',
    judging:
      'fantastisk god bedre bedst dårlig smuk stærk svag kedelig mesterværk anbefal skuffe rørende morsom strålende synd værd perfekt overbevis halter tålmod for_lang lykkes mislykk gribende desværre modig',
    other:
      'roman bog_ bogen kapitel læser forlag album sang plade afsnit sæson serie spillet spilleren opskrift restaurant ret_ teater forestilling koncert opera udstilling software version hotel batteri ingrediens',
    news: 'annoncer bekræft meddel optagelse trailer død_ millioner premiere_den',
  },
  no: {
    common: 'og at det som en et er på ikke med for av den til jeg',
    craft:
      'film kino regissør manus kamera scene bilde skuespill spiller musikk lyd klipp dialog karakter publikum sal lerret rolle sekvens komedie drama thriller billett rulletekst filmfoto',
    judging:
      'fantastisk god bedre best dårlig vakker sterk svak kjedelig mesterverk anbefal skuffe rørende morsom strålende synd verdt perfekt overbevis halter tålmod for_lang lykkes mislykk gripende dessverre modig',
    other:
      'roman bok_ boka boken kapittel leser forlag album låt plate episode sesong serie spillet spilleren oppskrift restaurant rett_ teater forestilling konsert opera utstilling programvare versjon hotell batteri ingrediens',
    news: 'kunngjør bekreft meld innspilling trailer død_ millioner premiere_den',
  },
  fi: {
    common: 'ja on ei se että hän oli mutta joka kun kuin myös',
    craft:
      'elokuv ohjaaj ohjau käsikirjoit kamera kohtau kuva näyttel musiikki ääni leikkau dialogi hahmo yleisö sali valkokan rooli sekvenssi komedia draama trilleri lippu lopputekst',
    judging:
      'upea hyvä parempi paras huono kaunis vahva heikko tylsä mestariteos suosittel petty koskettav hauska loistava sääli kannatta täydelli vakuutta ontu kärsivälli liian_pitkä onnistu epäonnistu valitettavasti rohkea',
    other:
      'romaani kirja luku lukija kustan albumi kappale levy jakson kausi sarja peli pelaaj pelaa pelasi pelat kauhupeli videopeli resepti ravintola annos näytelmä näyttämö esitys_ katsomo romaan konsertti ooppera näyttely ohjelmisto versio hotelli akku aines',
    news: 'ilmoitti vahvist kertoi kuvaukset_alka traileri kuollut miljoona ensi-ilta',
  },
  pl: {
    common: 'i w na nie się że to z jest do jak po co',
    craft:
      'film kino reżyser scenariusz kamera kadr scen ujęci aktor aktork gra_ muzyka dźwięk zdjęcia montaż dialog bohater widz sala seans ekran rola roli sekwencj komedia dramat thriller bilet napisy obraz światło',
    judging:
      'świetn wspaniał dobr lepsz najleps zł_ gorsz piękn mocn słab nudn arcydzieł polec rozczarow wzrusz zabawn znakomit szkoda warto doskonał przekonuj potyka cierpliw za_długi udan nieudan niestety naciska odwag subteln zgrabn',
    other:
      'powieść powieśc książk rozdział czytelnik_ wydawnictw album piosenk płyt odcin sezon serial gra_wideo rozgrywk gracz przepis restauracj dani teatr spektakl koncert opera wystaw oprogramow wersja hotel bateri składnik',
    news: 'ogłosi potwierdz zapowied zdjęcia_rusz box_office zwiastun zmarł milion premiera_odbędzie',
  },
  cs: {
    common: 'a se na je že v do to s by jako ale který když',
    craft:
      'film kino režisér režie scénář kamera záběr scén herec hereč hraje hudba zvuk střih dialog postav divák sál plátno role sekvence komedie drama thriller lístek titulky obraz projekce snímek',
    judging:
      'skvěl výborn dobr lepší nejlepší špatn krásn siln slab nudn mistrovsk doporuč zklam dojem vtipn vynikaj škoda vyplat stojí_za dokonal přesvědč klopýt trpělivost příliš povede nepovede bohužel odvah',
    other:
      'román knih kapitol čtenář nakladatel album písn deska epizod série seriál hra_na hráč recept restaurac jídlo divadl představení koncert opera výstava software verze hotel baterie ingredienc',
    news: 'oznámi potvrdi natáčení_začn trailer zemřel milion premiéra_bude',
  },
  sk: {
    common: 'a sa na je že v do to s by ako ale ktorý keď',
    craft:
      'film kino režisér réžia scenár kamera záber scén herec hereč hrá_ hudba zvuk strih dialóg postav divák sála plátno rola sekvencia komédia dráma triler lístok titulky obraz premietan snímka',
    judging:
      'skvel výborn dobr lepší najlepší zlý krásn siln slab nudn majstrovsk odporúč sklam dojem vtipn vynikaj škoda oplat stojí_za dokonal presvedč trpezlivos príliš vydar nevydar žiaľ odvah',
    other:
      'román knih kapitol čitateľ vydavateľ album pieseň platňa epizód séria seriál hra_na hráč recept reštaurác jedlo divadl predstavenie koncert opera výstava softvér verzia hotel batéria ingredienc',
    news: 'oznámi potvrdi nakrúcanie_začn trailer zomrel milión premiéra_bude',
  },
  hu: {
    common: 'a az és hogy nem is egy de ez volt csak mint',
    craft:
      'film mozi rendez forgatókönyv kamera jelenet kép színész alakít játsz zene hang vágás párbeszéd szereplő néző terem vászon szerep vígjáték dráma thriller jegy stáblista operatőr',
    judging:
      'remek jó_ jobb legjobb rossz szép erős gyenge unalmas mestermű ajánl csalód megható vicces zseniális kár megér tökéletes meggyőz türelem túl_hosszú siker sajnos bátor',
    other:
      'regény könyv fejezet olvasó kiadó album dal_ lemez epizód évad sorozat játékos recept étterem fogás színház előadás koncert opera kiállítás szoftver verzió szálloda akkumulátor hozzávaló',
    news: 'bejelent megerősít forgatás előzetes meghalt elhunyt millió',
  },
  ro: {
    common: 'și de la în este un o nu cu pe care din mai',
    craft:
      'film cinema regizor regia scenariu camer scen cadru secvenț actor actriț joacă muzica sunet montaj dialog personaj spectator sala ecran rol comedie dramă thriller bilet generic imagine peliculă',
    judging:
      'minunat bun_ bună mai_bun cel_mai prost frumos puternic slab plictisitor capodoper recomand dezamăg emoționant amuzant strălucit păcat merită perfect convin răbdare prea_lung reuși eșu din_păcate curaj',
    other:
      'roman_ carte cărți capitol cititor editur album cântec disc episod sezon serial joc_ jucător rețet restaurant fel_de teatru piesă concert operă expoziț software versiun hotel baterie ingredient',
    news: 'anunț confirm filmările_încep trailer decedat milioane premiera_va',
  },
  tr: {
    common: 've bir bu için ile çok gibi ama olarak değil ise ki',
    craft:
      'film sinema yönetmen senaryo kamera sahne plan kare oyuncu oynuyor oyunculuk müzik ses kurgu diyalog karakter seyirci salon perde rol sekans komedi dram gerilim bilet jenerik görüntü ışık',
    judging:
      'harika güzel iyi daha_iyi kötü güçlü zayıf sıkıcı başyapıt tavsiye hayal_kırıklığı dokunaklı komik parlak yazık değer mükemmel inandırıcı sabır sabrı fazla_uzun başarılı başarısız maalesef cesur yetiyor etkileyici',
    other:
      'roman kitap bölüm okur yayınev albüm şarkı sezon dizi_ oyunu oynanış tarif restoran yemek tiyatro konser opera sergi yazılım sürüm otel pil malzeme',
    news: 'duyur açıkla doğrula çekimler gişe fragman öldü hayatını_kaybet milyon vizyona_girecek',
  },
  ru: {
    common: '',
    craft:
      'фильм кино режиссёр режиссер сценарий камер кадр сцен эпизод актёр актер актрис игра музык звук монтаж диалог герой герои героя персонаж зрител зал сеанс экран роль роли комеди драм триллер билет титр картин оператор',
    judging:
      'прекрасн хорош лучш худш плох красив сильн слаб скучн шедевр рекоменд разочаров трогательн смешн блестящ жаль стоит отличн убедительн спотыка терпени слишком удач неудач увы смел тонк понрав великолеп',
    other:
      'роман книг глава читател издательств альбом песн пластинк сезон сериал игрок геймпле рецепт ресторан блюд театр спектакл пьес концерт опер выставк программ верси гостиниц батаре ингредиент',
    news: 'объяви подтверди сообщи съёмки_начн съемки_начн касс трейлер скончал умер миллион выйдет_в',
  },
  uk: {
    common: '',
    craft:
      'фільм кіно режисер сценарій камер кадр сцен епізод актор актрис грає гра музик звук монтаж діалог герой герої героя персонаж глядач зал сеанс екран роль ролі комеді драм трилер квиток титр картин оператор стрічк',
    judging:
      'прекрасн гарн кращ найкращ гірш поган красив сильн слабк нудн шедевр рекоменд розчаров зворушлив смішн блискуч шкода варто чудов переконлив терпінн занадто вдал невдал на_жаль смілив тонк сподоба',
    other:
      'роман книг розділ читач видавництв альбом пісн платівк сезон серіал гравець гравц геймпле рецепт ресторан страв театр вистав пʼєс концерт опер вистав програм версі готел батаре інгредієнт',
    news: 'оголоси підтверди повідоми зйомки_почн трейлер помер мільйон вийде_у',
  },
  bg: {
    common: '',
    craft:
      'филм кино режисьор сценарий камер кадър сцен епизод актьор актрис играе музик звук монтаж диалог герой герои персонаж зрител зала прожекци екран роля комеди драм трилър билет надписи картин оператор',
    judging:
      'прекрас добр по-добър най-добр лош красив силн слаб скучн шедьовър препоръч разочаров трогател смешн блестящ жалко заслужава отлич убедител търпени прекалено успешн за_съжаление смел харес',
    other:
      'роман книг глава читател издателств албум песен сезон сериал играч рецепт ресторант ястие театър спектак пиес концерт опера изложб софтуер верси хотел батери съставк',
    news: 'обяви потвърди съобщи снимките_започ трейлър почина милион излиза_на',
  },
  el: {
    common: '',
    craft:
      'ταινί σινεμά κινηματογράφ σκηνοθ σενάρι κάμερα σκην πλάνο ηθοποι παίζ ερμηνε μουσικ ήχο μοντάζ διάλογ χαρακτήρ ήρωα θεατ αίθουσ οθόν ρόλο κωμωδί δράμα θρίλερ εισιτήρι φωτογραφί',
    judging:
      'υπέροχ καλό καλύτερ χειρότερ κακ όμορφ δυνατ αδύναμ βαρετ αριστούργημα προτείν απογοητ συγκινητ αστεί εξαιρετικ κρίμα αξίζ τέλει πειστικ υπομον πολύ_μεγάλ δυστυχώς τολμηρ',
    other:
      'μυθιστόρημα βιβλί κεφάλαι αναγνώστ εκδόσεις άλμπουμ τραγούδι δίσκο επεισόδι σεζόν σειρά παιχνίδι παίκτ συνταγ εστιατόρι πιάτο θέατρ παράσταση συναυλί όπερα έκθεση λογισμικ έκδοση ξενοδοχεί μπαταρί υλικ',
    news: 'ανακοίνωσ επιβεβαίωσ γυρίσματα_ξεκιν τρέιλερ πέθανε εκατομμύρι',
  },
  ja: {
    common: '',
    craft:
      '映画 監督 脚本 カメラ 撮影 場面 シーン 俳優 女優 演技 演じ 台詞 セリフ 音楽 音響 編集 画面 観客 劇場 主人公 人物 役 ショット 主演 本作 スクリーン 邦画 洋画 鑑賞 原作 エンドロール 終盤 中盤 ラスト',
    judging:
      '素晴らし 面白 良い 良かった 最高 傑作 名作 退屈 残念 惜し おすすめ オススメ 感動 美し 見事 泣 笑 価値 好き 完璧 つまず 忍耐 しまう 印象 見ごたえ 秀逸 微妙 必見',
    other:
      '小説 書評 読書 章 読者 出版 アルバム 曲 歌 話目 シーズン ドラマ ゲーム プレイヤー レシピ レストラン 料理 店 舞台 演劇 公演 コンサート オペラ 展覧会 ソフトウェア バージョン ホテル バッテリー 材料 文章',
    news: '発表 公開決定 決定した クランクイン 興行収入 予告編 死去 逝去 億円 上映決定',
  },
  zh: {
    common: '',
    craft:
      '电影 電影 影片 导演 導演 剧本 劇本 镜头 鏡頭 摄影 攝影 场景 場景 演员 演員 表演 饰演 飾演 台词 台詞 对白 配乐 配樂 音乐 音樂 剪辑 剪輯 画面 畫面 银幕 銀幕 观众 觀眾 影院 戏院 戲院 主角 人物 角色 片尾 片子 结尾 結尾 段落 光影 票 主演',
    judging:
      '精彩 优秀 優秀 好看 最好 杰作 傑作 无聊 無聊 沉闷 沉悶 可惜 遗憾 遺憾 推荐 推薦 感动 感動 美丽 美麗 出色 值得 喜欢 喜歡 完美 耐心 太长 太長 失望 克制 动人 動人 令人 不够 不夠 缺点 缺點 优点 優點',
    other:
      '小说 小說 书评 書評 阅读 閱讀 章节 章節 读者 讀者 出版社 专辑 專輯 歌曲 唱片 剧集 劇集 第一季 第二季 游戏 遊戲 玩家 食谱 食譜 餐厅 餐廳 菜品 话剧 話劇 舞台剧 演唱会 歌剧 展览 软件 軟體 版本 酒店 电池 食材',
    news: '宣布 公布 定档 定檔 开机 開機 票房 预告片 預告片 去世 逝世 亿元 億元 将于 將於 记者 記者',
  },
  ko: {
    common: '',
    craft:
      '영화 감독 각본 시나리오 카메라 촬영 장면 배우 연기 대사 음악 음향 편집 화면 관객 극장 주인공 인물 역할 엔딩 스크린 컷 주연 후반부 중반 상영 결말 연출',
    judging:
      '훌륭 재미 좋 최고 걸작 명작 지루 아쉽 아쉬 추천 감동 아름 뛰어난 가치 완벽 흔들 인내 인상 이유가_충분 충분하 실망 매력 웃 울 탁월 별로',
    other:
      '소설 서평 독서 챕터 독자 출판사 앨범 노래 곡 에피소드 시즌 드라마 게임 플레이어 레시피 식당 요리 연극 공연 콘서트 오페라 전시 소프트웨어 버전 호텔 배터리 재료',
    news: '발표 개봉_확정 확정 크랭크인 박스오피스 예고편 별세 사망 억원',
  },
};
