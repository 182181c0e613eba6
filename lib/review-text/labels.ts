import { once } from '../async/once.ts';
import { lazyPattern } from '../text/lazy-pattern.ts';
import { foldLetters } from '../text/text.ts';

/** The kinds of labels on a review page. `other` means that the reviewed work is not a film. */
export type LabelKind =
  | 'title'
  | 'year'
  | 'releases'
  | 'directors'
  | 'writers'
  | 'cast'
  | 'genres'
  | 'readers'
  | 'score'
  | 'verdict'
  | 'pros'
  | 'cons'
  | 'author'
  | 'other';

/** Labels in English, German, French, Spanish and Italian, folded by `foldLetters`. The first row that matches wins. */
const rows: [LabelKind, string][] = [
  [
    'readers',
    '(?=.*(?:user|reader|audience|visitor|viewer|leser|nutzer|besucher|zuschauer|lecteur|spectateur|internaute|lector|usuario|espectador|lettor|utent|pubblico))(?:.*(?:rating|score|review|vote|grade|wertung|note|nota|puntuacion|valoracion|voto|giudizio|valutazione|avis).*|.{4,12})',
  ],
  [
    'title',
    'film|movie|title|titel|titre|titulo|titolo|(?:movie|film|original)[ -]?tit(?:le|el|re|olo|ulo)|titulo(?: original)?|titre(?: original)?|titolo(?: originale)?|originaltitel',
  ],
  [
    'year',
    'year(?: of release)?|(?:land/)?jahr|produktionsjahr|erscheinungsjahr|annee(?: de (?:sortie|production))?|ano|anno',
  ],
  [
    'releases',
    '(?:.{2,12} )?release(?: date)?|released(?: on)?|date de sortie|sortie(?: (?:en salles?|au cinema|cine|france))?|(?:deutscher? )?(?:kino)?start(?:termin)?(?: (?:in )?(?:deutschland|osterreich|schweiz))?|erscheinungs(?:datum|termin)|veroffentlichung|(?:fecha de )?(?:estreno|lanzamiento)(?: en [a-z ]{3,14})?|(?:data di )?uscita(?: (?:al cinema|in italia|italiana|in sala))?|in (?:.{2,3} )?(?:theaters|theatres|cinemas)|al cinema|im kino|en salles?',
  ],
  [
    'directors',
    'direct(?:or|ed by|ors)|dir|r|director(?:a|es)?|regie(?: fuhrte)?|regisseur(?:in)?|realis(?:ateur|atrice|ation|e par)|mise en scene|direccion|dirigid[ao] por|regia(?: di)?|regista|diretto da|un film (?:de|di|von|by)|a film by|film d[ei]|film von',
  ],
  [
    'writers',
    'writers?|b|written for the screen by|screenplay(?: by)?|screenwriters?|script|drehbuch(?:autor(?:in|en)?)?|buch|scenario|scenaristes?|guion(?:istas?)?|sceneggiatura|sceneggiator[ei]|scritto e diretto da',
  ],
  [
    'cast',
    '(?:main |lead )?cast|d|(?:main |lead )?actors?|starring|stars|featuring|with|(?:haupt)?darsteller(?:innen)?|in den hauptrollen|hauptrollen|besetzung|schauspieler|mit|acteurs?(?: principaux)?|avec|casting|distribution|reparto(?: principal)?|actores(?: principales)?|interpretes|elenco|interpreti(?: principali)?|attori(?: principali)?|con',
  ],
  ['genres', 'genres?|generos?|generi?'],
  [
    'score',
    '[a-z]+.s (?:score|rating|grade)|(?:(?:total|overall|final|our|my|the|editor.?s?|critic.?s?|reviewer.?s?|author.?s?|staff|film|movie|star|review|average) ?)*(?:score|rating|grade)|(?:score|rating) (?:overall|total)|overall|total|insgesamt|gesamt(?:wertung|note|eindruck|urteil|punktzahl|bewertung)?|(?:unsere |meine )?(?:film|end)?(?:be)?(?:wertung|note)|(?:sterne|punkte)(?:wertung|zahl)?|(?:ma |notre |la )?(?:note|notation)(?: (?:globale|finale|generale|de la redaction|du film))?|(?:mi |nuestra |la )?(?:nota|puntuacion|puntaje|calificacion|valoracion)(?: (?:final|total|global|media))?|(?:il mio |il nostro |il )?(?:voto|valutazione)(?: (?:finale|complessiv[oa]|totale|globale))?|punteggio(?: (?:finale|totale))?',
  ],
  [
    'verdict',
    '(?:(?:our|my|the|final|overall|reviewer.?s) )*verdict|(?:the )?bottom line|final (?:thoughts|word|words)|(?:mein |unser |das )?fazit|urteil|bilan|(?:le |notre |mon )?verdict|(?:notre|mon) avis|(?:el |mi |nuestro )?veredicto|(?:il )?verdetto|giudizio(?: (?:finale|complessivo))?|conclusion(?:i|e|es)?|in (?:breve|sintesi)|en (?:resumen|conclusion|bref)|bewertung und fazit|fazit und bewertung',
  ],
  [
    'pros',
    '(?:the )?pros?|(?:the )?goods?|positives?|(?:the )?likes?|what (?:works|we liked?|i liked?)|(?:the )?best (?:bits|parts)|plus(?:punkte)?|starken|positiv(?:es)?|das hat (?:uns|mir) gefallen|(?:les )?(?:plus|points (?:forts|positifs)|qualites|\\+)|(?:j.ai |on a |nous avons )aime|on aime|a favor|lo (?:mejor|bueno|positivo)|puntos fuertes|aciertos|pregi|punti di forza|(?:cosa )?(?:ci|mi) e piaciuto|lati positivi',
  ],
  [
    'cons',
    '(?:the )?cons?|(?:the )?bads?|negatives?|(?:the )?dislikes?|what (?:doesn.?t(?: work)?|(?:we|i) (?:didn.?t like|disliked))|(?:the )?worst (?:bits|parts)|contra|minus(?:punkte)?|schwachen|negativ(?:es)?|das hat (?:uns|mir) nicht gefallen|(?:les )?(?:moins|points (?:faibles|negatifs)|defauts)|(?:je n.ai|on n.a|nous n.avons) pas aime|on n.aime pas|en contra|contras?|contro|lo (?:peor|malo|negativo)|puntos debiles|fallos|difetti|punti deboli|(?:cosa )?non (?:ci|mi) e piaciuto|lati negativi',
  ],
  [
    'author',
    '(?:review )?(?:author|written by)|review(?:er|ed)(?: by)?|reviews? by|posted by|autor(?:in|e)?|(?:geschrieben|kritik|rezension) von|auteur|(?:ecrit|critique) par|(?:escrito|critica|resena) (?:por|de)|(?:scritto da|recensione di)|about the author',
  ],
  [
    'other',
    'developers?|publishers?|platforms?|isbn(?:-1[03])?|page count|seasons?|episodes?|network|creators?|created by|entwickler|plattform(?:en)?|verlag|seitenzahl|editeur|staffeln?|label|manufacturer|brand|price|servings|ingredients',
  ],
];

/**
 * The same in Portuguese, Polish, Dutch, Swedish, Danish, Norwegian, Finnish, Czech, Slovak, Hungarian, Romanian,
 * Turkish, Russian, Ukrainian, Bulgarian, Greek, Japanese, Chinese, Korean, Vietnamese, Indonesian, Catalan, Hebrew, Arabic
 * and Thai; words common to several stand once.
 */
const otherRows: [LabelKind, string][] = [
  [
    'readers',
    '(?=.*(?:leitor|publico|czytelnik|widzow|uzytkownik|lezer|bezoeker|lasar|laser|lukij|kavij|ctenar|uzivatel|divak|citatel|olvaso|felhasznalo|cititor|utilizator|okur|okuyucu|kullanici|izleyici|читател|зрител|пользовател|читач|глядач|користувач|посетител|αναγνωστ|χρηστ|読者|ユーザー|讀者|读者|网友|網友|用户|用戶|観客|观众|觀眾|독자|네티즌|관객|관람객|이용자|ng.oi xem|ban doc|khan gia|pembaca|penonton|espectador|גולש|קורא|القراء|المشاهدين|ผู้อ่าน|ผู้ชม)).{2,40}',
  ],
  [
    'title',
    'titulo(?: original| do filme)?|tytul(?: oryginalny| filmu)?|(?:originele |oorspronkelijke )?titel|originaltittel|alkuperainen nimi|nazev(?: filmu)?|originalni nazev|nazov|(?:eredeti )?cim|titlu(?: original)?|(?:orijinal |film )?adi|(?:оригинальное )?название|назва|заглавие|τιτλος|(?:原|映画)?タイトル|作品名|原題|邦題|片名|影片名|原名|电影名|제목|원제|ten phim|phim|judul|titol(?: original)?|שם הסרט|اسم الفيلم|ชื่อเรื่อง',
  ],
  [
    'year',
    '(?:ano|rok|jaar|ar|arstal|vuosi|ev|an|yil|год|рік|година|ετος)(?: (?:de |do )?(?:lancamento|producao|produkcji|produkcie|vyroby|wydania|productie|yapimi?|выпуска|производства|випуску))?|製作年|制作年|公開年|年份|年代|개봉 ?연도|제작 ?연도|년도|nam(?: san xuat)?|tahun|any|שנה|سنة الإنتاج|السنة|ปี',
  ],
  [
    'releases',
    '(?:data de )?(?:estreia|lancamento)(?: (?:no brasil|em portugal))?|(?:data )?premier[ay](?: (?:kinowa|w polsce|v cr|v kinach))?|release(?:datum)?|in de bioscoop|(?:bio|kino)?premiar(?:e)?|svensk premiar|premiere(?:dato)?|ensi-?ilta|bemutato|data premierei|vizyon(?: tarihi)?|gosterim tarihi|(?:дата )?(?:премьера|премьеры|выхода)|прем.ера|дата на премиера|πρεμιερα|公開日?|上映日期?|上映|开봉|개봉(?:일)?',
  ],
  [
    'directors',
    '(?:direcao|realizacao|realizador(?:a)?|diretor(?:a|es)?|dirigido por|rez|rezyseria|rezyser(?:ia|ka)?|regissor(?:er)?|regi|instruktor|instruksjon|ohjaaja|ohjaus|rezie|reziser(?:ka)?|rezia|rendezo|rendezte|regia|regizor|yonetmen(?:ler)?|yon|режиссер(?:ы)?|реж|режисер|режисьор|σκηνοθεσια|σκηνοθετης|監督|导演|導演|감독|연출|dao dien|sutradara|direccio|במאי|בימוי|במאית|إخراج|المخرج|اخراج|ผู้กำกับ|กำกับโดย)',
  ],
  [
    'writers',
    'roteiro|argumento|scenariusz|scenario|manus|manuskript|kasikirjoitus|scenar|forgatokonyv|scenariu|senaryo|сценарий|сценарист|сценаріи|сценарии|σεναριο|脚本|编剧|編劇|각본',
  ],
  [
    'cast',
    'elenco|atores|com|obsada|wystepuja|w rolach glownych|rolverdeling|met|hoofdrol(?:len)?|skadespelare|i rollerna|medverkande|skuespillere|medvirkende|rollebesetning|i rollene|nayttelijat|paaosissa|hraji|obsazeni|obsadenie|hraju|szereplok|foszereplok|distributie|actori|oyuncular|oyuncu kadrosu|в ролях|актеры|у ролях|актори|в ролите|ηθοποιοι|παιζουν|πρωταγωνιστουν|出演|キャスト|主演|演员|演員|출연|배우|주연|dien vien|pemain|pemeran|repartiment|interprets|שחקנים|בהשתתפות|משתתפים|بطولة|تمثيل|นักแสดง|นำแสดง',
  ],
  ['genres', 'genero|gatunek|genre|zanr|zaner|mufaj|gen|tur|жанр|ειδος|ジャンル|类型|類型|장르'],
  [
    'score',
    '(?:(?:a )?minha |nossa )?(?:nota|avaliacao|classificacao|pontuacao)(?: (?:final|geral|do filme|do critico))?|(?:moja |nasza |koncowa )?ocena(?: (?:filmu|koncowa|ogolna|recenzenta|autora|redakcji))?|(?:moje |nase )?hodnoceni(?: (?:filmu|celkem|autora|redakce))?|(?:celkove )?hodnotenie|(?:eind|mijn |ons |totaal)?(?:cijfer|score|oordeel|waardering|beoordeling)|(?:mitt |vart |slut)?betyg|(?:min |vores |var )?(?:karakter|bedommelse|vurdering)|terningkast|arvosana|arvio|pisteet|tahdet|(?:vegso )?ertekeles|pontszam|osztalyzat|(?:nota|punctaj|evaluare)(?: finala)?|(?:film |genel |benim )?(?:puan(?:im|i)?|degerlendirme|not(?:um)?)|(?:моя |наша |итоговая |общая )?(?:оценка|рейтинг)(?: (?:фильма|автора|редакции|рецензента|критика))?|(?:моя |наша |загальна )?оцінка(?: фільму)?|(?:моята |обща )?оценка|βαθμολογια|βαθμος|(?:総合|私の|個人的)?(?:評価|採点|点数|評点|満足度|おすすめ度|オススメ度)|(?:我的|综合|綜合|个人|總體|总体|最终|最終|本片)?(?:评分|評分|打分|得分|分数|分數|推荐指数|推薦指數)|(?:나의 |내 |총 |종합 |개인 )?(?:평점|별점|점수|총점)|nota mea|scor(?:ul)?(?: meu| final)?|arvosanani|(?:az )?ertekelesem|(?:la meva |nostra )?(?:puntuacio|valoracio|nota)|diem(?: so)?|danh gia|cham diem|skor(?: akhir)?|nilai(?: akhir)?|rating kami|ציון(?: סופי)?|דירוג|(?:ال)?تقييم(?:ي| النهائي)?|(?:ال)?درجة|คะแนน(?:รวม)?|ให้คะแนน',
  ],
  [
    'verdict',
    'veredicto|veredito|conclusao|em (?:resumo|suma)|werdykt|podsumowanie|eindoordeel|conclusie|oordeel|slutomdome|omdome|sammanfattning|konklusion|konklusjon|tuomio|yhteenveto|verdikt|zaver|zhrnuti|shrnuti|itelet|osszegzes|verdict(?:ul)?|concluzie|sonuc|karar|вердикт|итог|вывод|висновок|заключение|ετυμηγορια|συμπερασμα|総評|まとめ|結論|总结|總結|结论|結論|총평|결론|한줄평|한 줄 평|ket luan|tong ket|kesimpulan|veredicte|conclusio|סיכום|בשורה התחתונה|שורה תחתונה|الخلاصة|خلاصة|الحكم|สรุป',
  ],
  [
    'pros',
    'pontos (?:fortes|positivos)|(?:o )?melhor|gostei|zalety|na plus|plusy|mocne strony|pluspunten|sterke punten|det basta|bra|fordele|fordeler|plusser|hyvaa|plussat|klady|plusy|pozitiva|elonyok|pozitivumok|puncte (?:forte|tari)|artilar(?:i)?|iyi yanlar(?:i)?|плюсы|достоинства|плюси|переваги|предимства|θετικα|良い点|良かった点|よかった点|优点|優點|亮点|亮點|장점|좋은 점|좋았던 점|uu diem|diem cong|diem manh|kelebihan|plus|punts forts|el millor|יתרונות|בעד|الإيجابيات|ايجابيات|إيجابيات|ข้อดี|จุดเด่น',
  ],
  [
    'cons',
    'pontos (?:fracos|negativos)|(?:o )?pior|nao gostei|wady|na minus|minusy|slabe strony|minpunten|zwakke punten|det samsta|daligt|ulemper|minusser|huonoa|miinukset|zapory|minusy|negativa|hatranyok|negativumok|puncte slabe|eksiler(?:i)?|kotu yanlar(?:i)?|минусы|недостатки|мінуси|недоліки|недостатъци|αρνητικα|悪い点|悪かった点|気になる点|缺点|缺點|不足|단점|아쉬운 점|아쉬웠던 점|nhuoc diem|khuyet diem|diem tru|kekurangan|punts febles|el pitjor|חסרונות|נגד|السلبيات|سلبيات|ข้อเสีย|จุดด้อย',
  ],
  [
    'author',
    '(?:texto|escrito|publicado|postado|critica|resenha)(?: por| de)|autor(?:ka|ski)?|(?:napisal|opublikowal)(?:a)?|tekst|geschreven door|door|recensent|skriven av|skrivet av|text|skrevet af|skrevet av|av|af|anmelder|kirjoittaja|kirjoittanut|napsal(?:a)?|napisal|szerzo|irta|autor|scris de|de|yazar|yazan|автор(?: рецензии)?|рецензент|автор рецензії|συντακτης|του|文|著者|執筆|投稿者|作者|文章|글|글쓴이|작성자|oleh|penulis|ditulis oleh|boi|gui boi|tac gia|nguoi viet|מאת|بقلم|كتب|كتبت|โดย|ผู้เขียน',
  ],
  [
    'other',
    '(?:编者|editora|wydawca|wydawnictwo|uitgever|forlag|kustantaja|nakladatel(?:stvi)?|vydavatel(?:stvo)?|kiado|editura|yayinevi|издательство|издатель|видавництво|εκδοτης|出版社|出版|ゲーム機|対応機種|机种|플랫폼|출판사)|(?:plataforma|platforma|platformy|plattform(?:ar|er)?|alusta|alustat|平台|プラットフォーム)s?|(?:paginas|liczba stron|stron|paginas|pagina.?s|sidor|sider|pocet stran|oldalszam|sayfa(?: sayisi)?|страниц|ページ数|页数|쪽수)|(?:temporadas?|episodios?|sezony?|odcinki|seizoenen|afleveringen|sasonger|avsnitt|sezony|dily|sezon(?:lar)?|сезоны?|серии)|produtora de jogos|produzent des spiels|разработчик|vyvojar|geliştirici|gelistirici|ontwikkelaar|utvecklare|开发商|開発元|개발사|preis|preco|cena|prijs|pris|цена|fiyat|価格|价格|가격|ingredientes|skladniki|ingredienten|ingredienser|ainekset|suroviny|hozzavalok|malzemeler|ингредиенты|材料|재료|porcoes|porcje|porties|portioner',
  ],
];

const labels = once(() =>
  [...rows, ...otherRows].map(([kind, source]) => [kind, new RegExp(`^(?:${source})$`, 'u')] as const),
);

/** Names of other sites: a score after such a name is not the page's own. */
const foreign = lazyPattern(
  String.raw`(?<!\p{L})(?:imdb|rotten|tomato(?:es|meter)?|metacritic|metascore|letterboxd|cinema ?score|tmdb|the movie db|moviepilot|allocin[ée]|filmaffinity|sens ?critique|kinopoisk|filmweb|mymovies|filmstarts|rogerebert|mubi|trakt|moviemeter|[čc]sfd|fdb|port\.hu|adorocinema|sinemalar|beyazperde|кинопоиск|imdb\.com|filmarks|eiga\.com|yahoo)(?!\p{L})|映画\.com|みんなのシネマ|豆瓣|猫眼|時光網|时光网|淘票票|씨네21|왓챠|네이버|다음 ?영화|cgv`,
  'iu',
);

/** Newspapers and magazines, by their names or by words that many of them are named with. */
const press = lazyPattern(
  String.raw`(?<!\p{L})(?:variety|empire|hollywood reporter|indiewire|screen (?:daily|international)|sight (?:and|&) sound|total film|little white lies|time out|guardian|telegraph|independent|observer|(?:new york|financial|los angeles|irish)? ?times|washington post|tribune|wall street journal|cahiers du cin[ée]ma|t[ée]l[ée]rama|le monde|lib[ée]ration|le figaro|les inrocks(?:uptibles)?|spiegel|die zeit|s[üu]ddeutsche|faz|(?:\p{L}+ )?zeitung|epd film|fotogramas|el pa[íi]s|el mundo|la vanguardia|repubblica|corriere(?: della sera)?|la stampa|folha|gazeta wyborcza|de volkskrant|nrc|het parool|dagens nyheter|aftenposten|politiken)(?!\p{L})|キネマ旬報|人民日报`,
  'iu',
);
const maxPressLength = 60;

/** Whether a text names another site or service with scores of its own, such as IMDb, or in a short text a newspaper. */
export function namesOtherSource(text: string): boolean {
  return foreign().test(text.slice(0, 300)) || (text.length <= maxPressLength && press().test(text));
}

/** Verbs that act as a label without a colon at the start of a line or a sentence. */
const verbs = lazyPattern(
  String.raw`(^|[.|·•,;–-]\s+)(directed by|written by|screenplay by|starring|réalisée? par|dirigid[ao] por|diretto da|regia di)\s+(?=[\p{Lu}\p{Lo}])`,
  'giu',
);
/** Common words that act as a label only after a labelled director: "Diretto da A. Person. Con B. Person." */
const castVerbs = lazyPattern(String.raw`(\.\s+)(avec|con|mit|with)\s+(?=[\p{Lu}\p{Lo}])`, 'giu');
const dayVerbs = lazyPattern(
  String.raw`(^|[.|·•]\s+)(sortie|en salles|kinostart|estreno|uscita|al cinema)\s+(?:le|am|ab|el|il|dal)\s+(?=\d)`,
  'giu',
);
/** "De A. Person. Avec B. Person": the director, if the cast follows. */
const ofDirector = lazyPattern(
  String.raw`^(?:un film )?(de|di|von)\s+(?=\p{Lu}[^.]{3,60}\.\s+(?:avec|con|mit)\s)`,
  'iu',
);

/** The kind of a label; null if the text is not a label. Also accepts "Director(s)" and "Release Date:". */
export function findLabelKind(text: string): LabelKind | null {
  const folded = foldLetters(text.slice(0, 60))
    .replace(/\((?:s|in|innen|e|a|es|i)\)/g, '')
    .replace(/\s*\([^()]{1,20}\)\s*:?\s*$/, '')
    .replace(/[\s:：.*_–-]+$|^[^\p{L}+]+/gu, '')
    .replace(/[’']/g, "'");
  if (folded === '' || folded.length > 40 || /[\d:：]/.test(folded) || foreign().test(folded)) return null;
  return labels().find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

export interface Labelled {
  kind: LabelKind;
  label: string;
  /** The text after the label on its line; empty if there is none. */
  value: string;
}

/** The label that ends at a colon: the whole text before it, or its last one to four words. */
function findLabelBefore(start: string): { kind: LabelKind; label: string } | null {
  const whole = findLabelKind(start);
  if (whole) return { kind: whole, label: start.trim() };
  if (namesOtherSource(start)) return null;
  const words = start.trimEnd().split(/\s+/).slice(-4);
  for (let from = 0; from < words.length; from += 1) {
    const label = words
      .slice(from)
      .join(' ')
      .replace(/^[(|·•,;]+/, '');
    const kind = /^\p{Lu}/u.test(label) ? findLabelKind(label) : null;
    if (kind) return { kind, label };
  }
  return null;
}

const maxLineLength = 1500;
/** Any other label ends the value before it: "Tom Reyes. Camera: Ola Berg", "… | Rated: R". */
const otherLabel = lazyPattern(String.raw`\s*(?:[.|•·;]|\s[–-])\s+\p{Lu}[\p{L}\s]{1,30}\s?[:：].*$`, 'u');

function spellVerbs(line: string): string {
  const text = line
    .replace(ofDirector(), 'Film $1: ')
    .replace(verbs(), '$1$2: ')
    .replace(dayVerbs(), '$1$2: ');
  return text.includes(':') ? text.replace(castVerbs(), '$1$2: ') : text;
}

/**
 * The labelled values of a line: "Director: A. Person · Stars: B. Person" has two. A line that is only a label has an
 * empty value.
 */
export function listLabelled(line: string): Labelled[] {
  if (line.length > maxLineLength) return [];
  const alone = line.length > 1 ? findLabelKind(line) : null;
  if (alone) return [{ kind: alone, label: line, value: '' }];
  const text = line.length < 300 ? spellVerbs(line) : line;
  const found: (Labelled & { start: number; from: number })[] = [];
  for (const { index } of [...text.matchAll(/[:：](?!\/\/)/g)].slice(0, 12)) {
    const from = found.at(-1)?.from ?? 0;
    const before = findLabelBefore(text.slice(from, index));
    if (!before) continue;
    const start = text.lastIndexOf(before.label, index);
    found.push({ ...before, value: '', start, from: index + 1 });
  }
  return found.map(({ kind, label, from }, at) => {
    const end = found[at + 1]?.start;
    const value = text
      .slice(from, end)
      .replace(/^[\s–-]+|[\s|·•,;(–]+$|\s-+$/g, '')
      .replace(otherLabel(), '');
    return { kind, label, value };
  });
}
