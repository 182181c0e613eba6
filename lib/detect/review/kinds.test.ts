import { expect, test } from 'vitest';
import type { PageReview } from '../../films/review-types.ts';
import { readReview } from './read-review.ts';

// Pages in the shapes of blogs, magazines, forums and shops, in languages of their own; half of them are no reviews.

interface Written {
  lang: string;
  url?: string;
  head?: string;
  body: string;
}

function read({
  lang,
  url = 'https://pages.example/2020/a-page/',
  head = '',
  body,
}: Written): PageReview | null {
  const html = `<!DOCTYPE html><html lang="${lang}"><head>${head}</head><body>${body}</body></html>`;
  return readReview(new DOMParser().parseFromString(html, 'text/html'), url);
}

const paragraphs = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('\n');
const outOf = (best: number) => (value: number) => ({ value, worst: 0, best });
const [five, six, ten, hundred] = [outOf(5), { value: 5, worst: 1, best: 6 }, outOf(10), outOf(100)];

const swedish = paragraphs(
  'En riddare spelar schack med döden på en strand, och redan där vet kameran mer än han.',
  'Skådespelet är återhållet och musiken nästan frånvarande. Bäst är scenen med smultronen, som får ta sin tid.',
  'Manuset haltar på ett par ställen, men bilderna är så vackra att jag gärna förlåter det.',
);
const danish = paragraphs(
  'En gammel kone serverer skildpaddesuppe for folk, der har lovet ikke at nyde den. Det er morsomt og dybt alvorligt.',
  'Instruktøren lader scenerne stå længe, og skuespillet er strålende hele bordet rundt.',
  'Musikken er måske lidt for pæn, men manuskriptet er noget af det bedste, jeg har set i biografen.',
);
const norwegian = paragraphs(
  'Hun bytter studium, kjæreste og frisyre, og filmen følger etter uten å moralisere.',
  'Skuespillet er strålende, og regissøren lar kameraet bli stående når andre ville klippet.',
  'Manuset mister litt fart mot slutten, men det er et sterkt og vakkert portrett.',
);
const finnish = paragraphs(
  'Mies saapuu kaupunkiin ja menettää muistinsa asemalla. Elokuva ei selitä mitään ja antaa kuvan puhua.',
  'Näyttelijät sanovat repliikkinsä kuin hätäilmoituksen, ja juuri siksi jokainen kohtaus on hauska.',
  'Musiikki on upea, käsikirjoitus vielä parempi. Ehkä loppu on liian pitkä, mutta kannattaa katsoa.',
);
const hungarian = paragraphs(
  'Egy kisvárosba bálna érkezik, és a film harminckilenc beállításban mondja el, mi lesz belőle.',
  'A rendező nem siet, az operatőr gyönyörű képeket talál a sötétben, a zene pedig megható.',
  'A színészek remekek, csak a forgatókönyv lassú néha. Így is mestermű, moziban kell látni.',
);
const romanian = paragraphs(
  'Două colege de cameră caută un hotel, iar filmul nu le scapă din ochi nici când ar vrea să se ascundă.',
  'Regizorul ține cadrul până când spectatorul începe să se simtă vinovat. Actrițele joacă minunat, fără un gest în plus.',
  'Scenariul e puternic și dialogul perfect. Păcat doar de secvența din final, prea lungă.',
);
const slovak = paragraphs(
  'Tíško dostane obchod na hlavnej ulici a s ním starú paní, ktorá nepočuje, čo sa vonku hovorí.',
  'Herci hrajú výborne a kamera zostáva blízko pri tvárach. Scéna v sklade je najlepšia z celého filmu.',
  'Hudba je možno príliš sladká, ale scenár nikdy nestratí odvahu.',
);
const ukrainian = paragraphs(
  'Іван закохується в дівчину з ворожого роду, і камера летить за ним крізь ліс, наче теж закохана.',
  'Актори грають стримано, зате музика й кольори кричать. Найкраща сцена — весілля з ярмом.',
  'Сценарій часом губиться, але кожен кадр тут вартий окремого квитка в кіно.',
);
const greek = paragraphs(
  'Ένας ποιητής βρίσκει ένα παιδί στα φανάρια και η ταινία τους ακολουθεί για μια μέρα.',
  'Ο σκηνοθέτης αφήνει το πλάνο να αναπνέει, και οι ηθοποιοί παίζουν υπέροχα χωρίς να βιάζονται.',
  'Η μουσική είναι εξαιρετική, το σενάριο λίγο αδύναμο στο τέλος. Αξίζει το εισιτήριο.',
);
const bulgarian = paragraphs(
  'Учителка търси кой краде в класа ѝ, а филмът постепенно пита какво би откраднала самата тя.',
  'Режисьорите държат камерата близо, актрисата играе чудесно и без нито един излишен жест.',
  'Сценарият е силен, само финалът е малко прекалено удобен. Заслужава си билета.',
);
const chinese = paragraphs(
  '两个邻居发现各自的伴侣走到了一起，于是他们学着扮演对方，在楼梯上一遍遍擦肩而过。',
  '导演的镜头总是停在门框后面，演员几乎不说台词，配乐一响，观众就知道谁也走不出这条走廊。',
  '剧本也许有些松散，但画面实在太美，值得在影院里再看一遍。',
);
const taiwanese = paragraphs(
  '父親在廚房裡做了一桌菜，女兒們卻只想快點吃完離開。電影從這張餐桌開始，也在這裡結束。',
  '導演的鏡頭溫柔而克制，演員的表演出色，對白好笑又令人心酸。',
  '配樂稍嫌多餘，劇本卻幾乎完美，推薦給每一個很久沒回家的人。',
);
const arabic = paragraphs(
  'يصل الفتى إلى المدينة ومعه كاميرا لا تعمل، ويقضي الفيلم كله باحثًا عمن يصلحها.',
  'المخرج يترك المشهد يطول، والممثل الرئيسي رائع في صمته، أما الموسيقى فهي أفضل ما سمعته في السينما هذا العام.',
  'السيناريو ضعيف في النهاية للأسف، لكن التصوير جميل ويستحق المشاهدة.',
);
const brazilian = paragraphs(
  'Dora escreve cartas para quem não sabe escrever e não as envia. O filme leva duas horas para que ela se arrependa.',
  'Fernanda Montenegro atua com os olhos, e a câmera tem a paciência de esperar por eles.',
  'A trilha sonora pesa um pouco, mas o roteiro é excelente e a última cena vale o ingresso.',
);
const korean = paragraphs(
  '반지하 가족이 언덕 위 집으로 한 명씩 들어간다. 계단을 오르내릴 때마다 영화의 공기가 달라진다.',
  '감독의 연출은 빈틈이 없고 배우들의 연기는 훌륭하다. 특히 비 오는 밤의 장면이 최고다.',
  '음악이 조금 과하지만 각본은 완벽에 가깝다. 극장에서 다시 보고 싶다.',
);
const japanese = paragraphs(
  '役者になれなかった男が、葬儀の仕事で初めて人に拍手される。本作はその静かな手つきを最後まで追いかける。',
  '主演の演技は見事で、チェロの音楽も美しい。撮影は雪国の光をよく捉えている。',
  '脚本はやや感傷的で惜しいが、観客席から鼻をすする音が消えなかった。',
);

test.each<[name: string, page: Written, review: object]>([
  [
    'a Swedish blog of a portfolio builder, with the score below',
    {
      lang: 'sv',
      head: '<title>Det sjunde inseglet — Bänkrad</title>',
      body: `<div class="sqs-block"><h1 class="BlogItem-title">Det sjunde inseglet</h1><div class="Blog-meta"><time datetime="2020-05-04">4 maj 2020</time> <a class="Blog-meta-item--author" href="/?author=1">Skriven av Elin Ahl</a></div><div class="sqs-html-content">${swedish}<p>Betyg: 4 av 5</p></div></div>`,
    },
    {
      film: { title: 'Det sjunde inseglet' },
      score: five(4),
      date: '2020-05-04',
      language: 'sv',
      author: { name: 'Elin Ahl' },
    },
  ],
  [
    'a Danish newspaper with hearts in its label',
    {
      lang: 'da',
      head: '<title>Anmeldelse: Babettes gæstebud | Fjordbladet</title><meta property="og:site_name" content="Fjordbladet">',
      body: `<article><p class="section">Kultur</p><h1>Anmeldelse: Babettes gæstebud</h1><p class="byline">Af Mette Krag, anmelder</p><p class="date">3. februar 2021</p><div class="hearts" aria-label="5 ud af 6 hjerter">❤❤❤❤❤♡</div><div>${danish}</div></article>`,
    },
    {
      film: { title: 'Babettes gæstebud' },
      author: { name: 'Mette Krag', role: 'anmelder' },
      date: '2021-02-03',
      siteName: 'Fjordbladet',
    },
  ],
  [
    'a Norwegian magazine that throws a die',
    {
      lang: 'nb',
      head: '<title>Verdens verste menneske - Lerret</title>',
      body: `<main><header><h1>Verdens verste menneske</h1><p>Regi: Joachim Trier. Med: Renate Reinsve</p></header><p>Terningkast 5</p>${norwegian}<p>Publisert 14. oktober 2021 av Sigrid Moe</p></main>`,
    },
    {
      film: { title: 'Verdens verste menneske', directors: ['Joachim Trier'] },
      score: six,
      date: '2021-10-14',
      author: { name: 'Sigrid Moe' },
    },
  ],
  [
    'a Finnish page of plain divs',
    {
      lang: 'fi',
      head: '<title>Mies vailla menneisyyttä (2002) – Rivi 3</title>',
      body: `<div id="top"><a href="/">Rivi 3</a></div><div class="c"><h2>Mies vailla menneisyyttä (2002)</h2><div class="d">12. tammikuuta 2019 | Otto Laine</div>${finnish.replaceAll('p>', 'div>')}<div>★★★★½</div></div>`,
    },
    {
      film: { title: 'Mies vailla menneisyyttä', year: 2002 },
      score: five(4.5),
      date: '2019-01-12',
      author: { name: 'Otto Laine' },
      siteName: 'Rivi 3',
    },
  ],
  [
    'a Hungarian review with percent',
    {
      lang: 'hu',
      head: '<title>Werckmeister harmóniák – kritika | Vetítő</title>',
      body: `<article class="entry"><h1>Werckmeister harmóniák – kritika</h1><p>Szerző: Bakó Ágnes | 2018. március 9.</p>${hungarian}<p><b>Értékelés:</b> 95%</p></article>`,
    },
    {
      film: { title: 'Werckmeister harmóniák' },
      score: hundred(95),
      date: '2018-03-09',
      author: { name: 'Bakó Ágnes' },
    },
  ],
  [
    'a Romanian post whose title is in its text',
    {
      lang: 'ro',
      head: '<title>O zi fără pauză | Rândul doi</title>',
      body: `<article class="hentry"><h1 class="entry-title">O zi fără pauză</h1><p class="subtitle">„4 luni, 3 săptămâni și 2 zile” de Cristian Mungiu, revăzut</p><span class="author vcard">Ilinca Pop</span> <time datetime="2022-03-01">1 martie 2022</time><div class="entry-content">${romanian}<p>Nota: 9/10</p></div></article>`,
    },
    { film: { title: '4 luni, 3 săptămâni și 2 zile' }, score: ten(9), author: { name: 'Ilinca Pop' } },
  ],
  [
    'a Slovak blog with its page in English',
    {
      lang: 'en',
      head: '<title>Obchod na korze (1965) – Zadný rad</title>',
      body: `<main><h1>Obchod na korze (1965)</h1><p>Napísal Juraj Hric, 2. máj 2020</p>${slovak}<p>Hodnotenie: 9 z 10</p></main>`,
    },
    { film: { title: 'Obchod na korze', year: 1965 }, score: ten(9), language: 'sk' },
  ],
  [
    'a Ukrainian page with its criteria in a table',
    {
      lang: 'uk',
      head: '<title>Рецензія: «Тіні забутих предків»</title>',
      body: `<article><h1>Рецензія: «Тіні забутих предків»</h1><p class="meta">Автор: Оксана Гай, 5 травня 2019</p>${ukrainian}<table><tr><td>Режисура</td><td>10/10</td></tr><tr><td>Музика</td><td>9/10</td></tr></table><p>Оцінка: 9,5 з 10</p></article>`,
    },
    {
      film: { title: 'Тіні забутих предків' },
      score: ten(9.5),
      criteria: [
        { name: 'Режисура', score: ten(10) },
        { name: 'Музика', score: ten(9) },
      ],
      date: '2019-05-05',
      author: { name: 'Оксана Гай' },
    },
  ],
  [
    'a Greek newspaper without a score',
    {
      lang: 'el',
      head: '<title>Μια αιωνιότητα και μια μέρα | Η Αυλή</title><meta property="article:section" content="Σινεμά">',
      body: `<article><h1>Μια αιωνιότητα και μια μέρα</h1><address>Συντάκτης: Νίκος Βέρος</address><time datetime="2018-11-11">11.11.2018</time>${greek}</article>`,
    },
    {
      film: { title: 'Μια αιωνιότητα και μια μέρα' },
      score: null,
      language: 'el',
      author: { name: 'Νίκος Βέρος' },
    },
  ],
  [
    'a Bulgarian post with the readers beside',
    {
      lang: 'bg',
      head: '<title>Урок (2014)</title>',
      body: `<article class="post"><h1 class="entry-title">Урок (2014)</h1><time datetime="2015-02-20">20 февруари 2015</time><div class="entry-content">${bulgarian}<p>Оценка: 8/10</p><p>Оценка на читателите: 7,4/10 (57 гласа)</p></div></article>`,
    },
    { film: { title: 'Урок', year: 2014 }, score: ten(8), readers: { score: ten(7.4), count: 57 } },
  ],
  [
    'a Chinese review whose scale is in words',
    {
      lang: 'zh-CN',
      head: '<title>影评：《花样年华》 - 第七排</title>',
      body: `<div class="post"><h1 class="post-title">影评：《花样年华》</h1><div class="post-meta">2020年2月14日 · 林晚</div><div class="post-content">${chinese}<p>评分：9分（满分10分）</p></div><div id="comments"><h3>3 条评论</h3></div></div>`,
    },
    { film: { title: '花样年华' }, score: ten(9), date: '2020-02-14', commentsCount: 3, language: 'zh-CN' },
  ],
  [
    'a Taiwanese post with both titles',
    {
      lang: 'zh-TW',
      head: '<title>《飲食男女》（1994）｜雨棚下</title>',
      body: `<article><h1>《飲食男女》（1994）</h1><p>文：周以寧</p><time datetime="2017-08-01">2017/08/01</time>${taiwanese}</article>`,
    },
    { film: { title: '飲食男女', year: 1994 }, score: null, author: { name: '周以寧' } },
  ],
  [
    'an Arabic post with stars',
    {
      lang: 'ar',
      head: '<title>مراجعة فيلم ذيب | صف أخير</title>',
      body: `<article><h1>مراجعة فيلم ذيب</h1><time datetime="2016-04-02">2 أبريل 2016</time>${arabic}<p>★★★★☆</p></article>`,
    },
    { score: five(4), date: '2016-04-02', language: 'ar' },
  ],
  [
    'a Brazilian film club with pros and cons',
    {
      lang: 'pt-BR',
      head: '<title>Central do Brasil — Cineclube da Praça</title>',
      body: `<section class="post"><h1>Central do Brasil</h1><p>por Caio Nunes em 9 de junho de 2020</p>${brazilian}<h3>Pontos positivos</h3><ul><li>As atrizes</li></ul><h3>Pontos negativos</h3><ul><li>A trilha</li></ul><p>Nota: 9,0/10</p></section>`,
    },
    {
      film: { title: 'Central do Brasil' },
      score: ten(9),
      pros: ['As atrizes'],
      cons: ['A trilha'],
      date: '2020-06-09',
      author: { name: 'Caio Nunes' },
    },
  ],
  [
    'a Korean post with points in words',
    {
      lang: 'ko',
      head: '<title>영화 기생충 후기 : 오후의 필름</title>',
      body: `<div class="se-main"><h3 class="se-title">『기생충』 후기</h3><p class="date">2019년 6월 9일</p>${korean}<p>별점: 10점 만점에 9점</p></div>`,
    },
    { film: { title: '기생충' }, score: ten(9), date: '2019-06-09', language: 'ko' },
  ],
  [
    'a Japanese post with points in words',
    {
      lang: 'ja',
      head: '<title>【映画】『おくりびと』感想 | 木曜日の劇場</title>',
      body: `<article><h1>『おくりびと』感想</h1><p class="date">2018.3.4</p>${japanese}<p>10点満点中8点</p></article>`,
    },
    { film: { title: 'おくりびと' }, score: ten(8), date: '2018-03-04' },
  ],
  [
    'a French forum post with words for numbers',
    {
      lang: 'fr',
      head: '<title>[Film] Les 400 Coups - Le forum du samedi</title>',
      body: `<div class="forum"><h1>[Film] Les 400 Coups</h1><div class="message"><p>par <a href="/u/gaspard">gaspard</a>, le 3 mars 2011</p><div class="text">${paragraphs(
        'Antoine ment parce que la vérité ne sert à rien, et le film ne lui en veut jamais.',
        'La caméra court avec lui jusqu’à la mer. Les acteurs sont excellents et la musique, superbe, ne force rien.',
        'Le scénario paraît simple ; la dernière image prouve le contraire. À voir en salle.',
      )}<p>Quatre étoiles sur cinq</p></div></div></div>`,
    },
    { film: { title: 'Les 400 Coups' }, score: five(4), date: '2011-03-03', author: { name: 'gaspard' } },
  ],
  [
    'a magazine whose heading is a sentence and whose title is in a caption of facts',
    {
      lang: 'en',
      head: '<title>The dog knows first – Field Guide</title>',
      body: `<article><h1>The dog knows first</h1><p class="by">Words: Tamsin Oduya</p><p>4 May 2018</p><table class="facts"><caption>Facts</caption><tr><th>Film</th><td>Wendy and Lucy</td></tr><tr><th>Director</th><td>Kelly Reichardt</td></tr></table>${paragraphs(
        'A car dies in Oregon and with it a plan. Wendy and Lucy is eighty minutes of counting coins, and not one is wasted.',
        'Michelle Williams gives a performance made of receipts. The camera never pities her, which is why we do.',
        'The screenplay is thin in the middle, and the ending is perfect.',
      )}</article>`,
    },
    {
      film: { title: 'Wendy and Lucy', directors: ['Kelly Reichardt'] },
      score: null,
      author: { name: 'Tamsin Oduya' },
      date: '2018-05-04',
    },
  ],
  [
    'an Italian page with the scores of newspapers beside its own',
    {
      lang: 'it',
      head: '<title>La ciociara (1960) - Terza fila</title>',
      body: `<article><h1>La ciociara (1960)</h1><time datetime="2015-01-11">11 gennaio 2015</time>${paragraphs(
        'Cesira lascia Roma con la figlia e un sacco di farina. Il film non distoglie mai lo sguardo.',
        'Sophia Loren recita con la voce e con le mani. La regia è asciutta, la musica un po’ invadente.',
        'La sceneggiatura tiene fino all’ultima scena, che è bellissima e difficile da perdonare.',
      )}<p>Il mio voto: 8,5/10</p><p>IMDb: 7,8/10 · Metacritic: 79</p></article>`,
    },
    { film: { title: 'La ciociara', year: 1960 }, score: ten(8.5), criteria: [] },
  ],
  [
    'a Turkish post below a notice',
    {
      lang: 'tr',
      head: '<title>Bir Zamanlar Anadolu’da – Boş Koltuk</title>',
      body: `<article><h1>Bir Zamanlar Anadolu’da</h1><p><b>Dikkat: yazı filmin sonunu anlatır.</b></p><div class="meta">Yazan: Defne Tunç, 6 Kasım 2016</div>${paragraphs(
        'Üç araba gece boyunca bir cesedi arıyor ve film kimsenin ne aradığını bildiğinden emin değil.',
        'Yönetmen planları uzatıyor, oyuncular neredeyse fısıldıyor. Elma sahnesi tek başına harika.',
        'Senaryo yer yer ağır ama görüntüler etkileyici; sinemada izlemeye değer.',
      )}<p>Puanım: 9/10</p></article>`,
    },
    {
      film: { title: 'Bir Zamanlar Anadolu’da' },
      score: ten(9),
      date: '2016-11-06',
      author: { name: 'Defne Tunç' },
    },
  ],
])('reads a review: %s', (_name, page, review) => {
  const found = read(page);
  expect(found).toMatchObject(review);
  expect(found?.excerpt?.startsWith('Dikkat')).toBe(false);
});

test.each<[name: string, page: Written]>([
  [
    'Danish news of a film',
    {
      lang: 'da',
      head: '<title>Babettes gæstebud vender tilbage til biografen | Fjordbladet</title>',
      body: `<article><h1>Babettes gæstebud vender tilbage til biografen</h1><p class="byline">Af Mette Krag</p><time datetime="2021-02-03">3. februar 2021</time>${paragraphs(
        'Filmen kan igen ses i biografen fra den 12. marts, meddeler distributøren.',
        'Instruktøren siger, at billedet er restaureret og lyden ny. »Den har aldrig set bedre ud,« siger han.',
        'Der er solgt over en million billetter siden premieren, oplyser selskabet.',
      )}</article>`,
    },
  ],
  [
    'a Swedish interview',
    {
      lang: 'sv',
      head: '<title>Bibi Andersson: ”Vi skrattade hela tiden” | Filmrutan</title>',
      body: `<article><h1>Bibi Andersson: ”Vi skrattade hela tiden vid inspelningen”</h1><p>Elin Ahl, 4 maj 2010</p><p><b>Hur minns du Det sjunde inseglet?</b></p><p>Det var en fantastisk sommar, och regissören var på gott humör. Kameran stod i vattnet.</p><p><b>Vad är du mest stolt över?</b></p><p>Scenen med smultronen. Musiken kom till senare, och publiken älskar den.</p></article>`,
    },
  ],
  [
    'a Finnish list with scores',
    {
      lang: 'fi',
      head: '<title>Viisi elokuvaa pimeään iltaan</title>',
      body: `<article><h1>Viisi elokuvaa pimeään iltaan</h1><p>Otto Laine, 1. marraskuuta 2019</p><p><b>Varjoja paratiisissa</b>: roskakuski ja kassaneiti, upea kuva kaupungista. ★★★★★</p><p><b>Paha maa</b>: seteli kiertää, näyttelijät loistavat, musiikki painaa. ★★★★</p><p><b>Hella W</b>: kamera pysyy kasvoissa, käsikirjoitus ei. ★★★</p></article>`,
    },
  ],
  [
    'a Polish essay on a director',
    {
      lang: 'pl',
      head: '<title>Kieślowski i światło: esej</title>',
      body: `<article><h1>Kieślowski i światło: esej</h1><p>Maria Lis, 5 maja 2018</p>${paragraphs(
        'W „Krótkim filmie o miłości” światło pada zza szyby, w „Podwójnym życiu Weroniki” przez szklaną kulę.',
        'Reżyser powtarzał, że kamera powinna znaleźć twarz i czekać. Aktorzy mówili, że to najlepsza szkoła.',
        'W „Niebieskim” muzyka gaśnie razem z obrazem, w „Czerwonym” wraca. Może to jedna długa scena.',
      )}</article>`,
    },
  ],
  [
    'a Turkish page of a trailer',
    {
      lang: 'tr',
      head: '<title>Kış Uykusu fragmanı yayınlandı</title>',
      body: `<article><h1>Kış Uykusu fragmanı yayınlandı</h1><time datetime="2014-05-01">1 Mayıs 2014</time>${paragraphs(
        'Yönetmenin merakla beklenen filmi 13 Haziran’da vizyona girecek.',
        'Fragmanda oyuncuları karlı bir otelde görüyoruz; görüntüler ve müzik etkileyici.',
        'Filmin senaryosu Çehov öykülerinden uyarlandı, açıklamada söyledi yapımcı.',
      )}</article>`,
    },
  ],
  [
    'a German shop with a customer’s opinion',
    {
      lang: 'de',
      head: '<title>Solaris [DVD] kaufen</title>',
      body: `<main><h1>Solaris [DVD]</h1><p class="price">12,99 €</p><button>In den Warenkorb</button><p>Regie: Andrei Tarkowski</p>${paragraphs(
        'Der Klassiker des Kinos in restaurierter Fassung, mit Bonusmaterial und Kommentar des Kameramanns.',
        'Großartiger Film, wunderbare Bilder, starke Darsteller, leider ohne Untertitel. 4 von 5 Sternen.',
      )}</main>`,
    },
  ],
  [
    'a Norwegian review of a game',
    {
      lang: 'nb',
      head: '<title>Spillanmeldelse: Blade Runner</title>',
      body: `<article><h1>Spillanmeldelse: Blade Runner</h1><p>Av Kjell Aas, 3. mai 2019</p>${paragraphs(
        'Spillet følger filmen tett, og spilleren får velge hvem som er menneske.',
        'Musikken er vakker og dialogen bedre enn i mange filmer, men kontrollen er tung.',
        'En flott historie for den som liker å lete. Skuespillerne gjør en god jobb.',
      )}<p>Karakter: 8/10</p></article>`,
    },
  ],
  [
    'a Romanian review of a book with a film',
    {
      lang: 'ro',
      head: '<title>Recenzie de carte: Solaris de Stanisław Lem</title>',
      body: `<article><h1>Solaris de Stanisław Lem</h1><div class="category">Cărți</div><time datetime="2019-02-02">2 februarie 2019</time>${paragraphs(
        'Romanul începe cu o aterizare și nu se mai ridică. Autorul scrie capitole întregi despre biblioteci.',
        'Filmul e mai cunoscut, dar cartea e mai tăioasă, iar cititorul rămâne singur cu oceanul.',
        'Ediția apărută la editura Nemira are o traducere minunată și un final puternic.',
      )}<p>Nota: 9/10</p></article>`,
    },
  ],
  [
    'a Japanese review of an album of film music',
    {
      lang: 'ja',
      head: '<title>アルバムレビュー：映画音楽集『夜の海』</title>',
      body: `<article><h1>アルバムレビュー：『夜の海』</h1><time datetime="2019-05-05">2019年5月5日</time>${paragraphs(
        '映画のために書かれた曲を集めたアルバムで、一曲目から歌声が素晴らしい。',
        '編曲は美しく、三曲目のギターは最高だ。歌詞も面白い。',
        'レコードで聴くのがおすすめの一枚。',
      )}<p>評価：9/10</p></article>`,
    },
  ],
  [
    'a Korean review of a season',
    {
      lang: 'ko',
      head: '<title>미스터 션샤인 시즌 2 리뷰</title>',
      body: `<article><h1>미스터 션샤인 시즌 2 리뷰</h1><time datetime="2019-05-05">2019년 5월 5일</time>${paragraphs(
        '이번 시즌은 첫 에피소드부터 배우들의 연기가 훌륭하다.',
        '드라마의 각본은 조금 흔들리지만 음악과 화면이 아름답다.',
        '마지막 에피소드의 장면은 최고였다.',
      )}<p>별점 4/5</p></article>`,
    },
  ],
  [
    'a review of a camera',
    {
      lang: 'en',
      head: '<title>Rollei Halide 400 review: a camera with a sense of occasion</title>',
      body: `<article><h1>Rollei Halide 400 review</h1><p>By Ada Pym, 4 May 2020</p>${paragraphs(
        'The new camera has a bright screen and a lens that makes every picture look like a scene from a film.',
        'Sound is good, the battery lasts a day, and the autofocus is brilliant with moving people.',
        'The sensor is great, the price is not. Still, it is the best device of its kind.',
      )}<p>Score: 8/10</p></article>`,
    },
  ],
  [
    'a French review of a restaurant with a film’s name',
    {
      lang: 'fr',
      head: '<title>Critique : Le Festin de Babette, Lyon</title>',
      body: `<article><h1>Critique : Le Festin de Babette, Lyon</h1><p>par Zoé Marchal, 3 mars 2016</p>${paragraphs(
        'Le restaurant doit son nom au film, et le plat du jour en sort tout droit : des cailles.',
        'La salle est belle, le service juste, la recette du baba excellente.',
        'Les assiettes sont généreuses, le menu court. On en sort heureux.',
      )}<p>Note : 15/20</p></article>`,
    },
  ],
  [
    'a Hungarian review of a play',
    {
      lang: 'hu',
      head: '<title>Színházkritika: Cseresznyéskert</title>',
      body: `<article><h1>Cseresznyéskert a Katona színházban</h1><div class="rubric">Színház</div><p>Bakó Ágnes, 2018. március 9.</p>${paragraphs(
        'Az előadás a fák nélkül kezdődik, a színészek a nézők között ülnek.',
        'A rendezés remek, a zene szép, az opera felől érkező díszlet gyenge.',
        'A színház idei legjobb előadása, kár, hogy csak három estén megy.',
      )}<p>Értékelés: 9/10</p></article>`,
    },
  ],
  [
    'a Brazilian diary of a festival',
    {
      lang: 'pt-BR',
      head: '<title>Diário da Mostra, dia 3</title>',
      body: `<article><h1>Diário da Mostra, dia 3</h1><p>por Caio Nunes, 20 de outubro de 2019</p>${paragraphs(
        'De manhã, <em>Bacurau</em>, com a sala cheia e o som alto. Belo filme, ótimo elenco.',
        'À tarde, <em>Deserto Particular</em>: a câmera é melhor que o roteiro.',
        'À noite, <em>Marighella</em>, e depois a fila do café, onde ninguém concordava.',
      )}</article>`,
    },
  ],
  [
    'a Czech cinema’s programme with another site’s score',
    {
      lang: 'cs',
      head: '<title>Kolja (1996) | Kino Hvězda</title>',
      body: `<main><h1>Kolja (1996)</h1><p>Režie: Jan Svěrák. Hrají: Zdeněk Svěrák, Andrej Chalimon.</p><p>ČSFD: 86 %</p>${paragraphs(
        'Starý mládenec se ožení za peníze a zůstane mu na krku malý kluk.',
        'Projekce s úvodem, po filmu beseda. Lístek stojí 120 Kč.',
      )}<ul><li>18:00</li><li>20:15</li></ul></main>`,
    },
  ],
  [
    'a Dutch article of an encyclopedia',
    {
      lang: 'nl',
      head: '<title>Turks fruit (film) - Encyclopedie</title>',
      body: `<main><h1>Turks fruit (film)</h1>${paragraphs(
        'Turks fruit is een Nederlandse film uit 1973 van regisseur Paul Verhoeven,[1] naar de roman van Jan Wolkers.[2]',
        'De film trok ruim drie miljoen bezoekers[3] en werd genomineerd voor een Oscar.[4] Critici noemden het een sterk en mooi meesterwerk.[5]',
        'De acteur speelt een beeldhouwer; het scenario volgt het boek en de muziek is van Rogier van Otterloo.[6]',
      )}</main>`,
    },
  ],
  [
    'an Italian page of a film with its users’ opinions',
    {
      lang: 'it',
      head: '<title>La ciociara (1960)</title><meta property="og:type" content="video.movie">',
      body: `<main><h1>La ciociara (1960)</h1><p>Regia: Vittorio De Sica</p><p>Voto degli utenti: 7,8/10 (1.204 voti)</p><div class="review"><p>Un film bellissimo, recitato in modo magnifico, con una regia asciutta e una musica perfetta.</p><p>Voto: 9/10</p></div></main>`,
    },
  ],
  [
    'a Spanish archive of reviews',
    {
      lang: 'es',
      head: '<title>Críticas de cine – Fila cuatro</title>',
      body: `<main><h1>Críticas de cine</h1>${['Roma', 'Volver', 'Viridiana']
        .map(
          (title) =>
            `<article class="post"><h2><a href="/${title}/">${title}</a></h2><p>La película es lenta y bella, y el guion deja respirar a los actores durante dos horas.</p><p>Nota: 8/10</p></article>`,
        )
        .join('')}</main>`,
    },
  ],
  [
    'a walk through a place with a film’s name',
    {
      lang: 'en',
      head: '<title>Notting Hill (1999 and now): a walk</title>',
      body: `<article><h1>Notting Hill on foot</h1><p>By Perry Voss, 4 May 2020</p>${paragraphs(
        'Start at the blue door, which has been painted twice since the film and is now somebody’s dentist.',
        'The market is best before nine, when the stalls still have good plums and nobody is taking a picture.',
        'The bookshop closed, the café next to it is lovely, and the garden is private as it ever was.',
      )}</article>`,
    },
  ],
  [
    'a Ukrainian round-up of a week',
    {
      lang: 'uk',
      head: '<title>Що дивитися: 3 фільми тижня</title>',
      body: `<article><h1>Що дивитися: 3 фільми тижня</h1><p>Оксана Гай, 5 травня 2019</p>${paragraphs(
        '«Земля» — повертається на великий екран, кожен кадр прекрасний.',
        '«Плем’я» — актори мовчать, камера говорить, сценарій жорсткий.',
        '«Додому» — найкраща роль року і чудова музика.',
      )}</article>`,
    },
  ],
  [
    'a story that somebody tells',
    {
      lang: 'en',
      head: '<title>The Conversation - Chapter 4</title>',
      body: `<article><h1>The Conversation</h1><p>By quietowl, 4 May 2020</p>${paragraphs(
        'Mara put the phone down and looked at the window, where the rain drew slow lines through the dust of a whole summer.',
        'Her brother had promised to come before dark. He was good at promises, better at trains, and worst of all at doors.',
        'In the kitchen the kettle began its song, and she laughed, because nobody was there to hear it but the cat.',
      )}</article>`,
    },
  ],
])('reads no review in %s', (_name, page) => {
  expect(read(page)).toBeNull();
});
