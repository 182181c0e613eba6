import { lazyPattern } from '../text/lazy-pattern.ts';
import { parseTitle } from '../films/titles/title-parse.ts';
import type { WorkKind } from '../films/types.ts';
import type { Score } from '../films/review-types.ts';
import { cleanText } from '../text/text.ts';
import { parseScore } from './parse-score.ts';

/** The parts of a review's heading. */
export interface ReviewHeading {
  /** The film's title; the whole heading if it does not say "review". */
  title: string;
  year: number | null;
  kind: WorkKind | null;
  /** Whether the heading has a word such as "review" or "Kritik". */
  saysReview: boolean;
  /** Whether it says "film review", "Filmkritik", "critique de film". */
  saysFilm: boolean;
  /** The stars or fraction after the title. */
  score: Score | null;
}

const film = String.raw`(?:films?|filmy|filmo?w[ay]|filmová|filmová|movies?|cinema|kino|elokuva|blu-?ray|dvd|фильма?|кино|映画|电影|電影|영화)[\s-]*`;
/** Words for a review that an adjective or "film" may precede, in the languages that write them so. */
const nouns = String.raw`reviews?(?=\s*[:：])|review|kritik|rezension|besprechung|recen[sz]ja|recenze|recenzie|recenzia|recensie|bespreking|recension|anmeldelse|omtale|arvostelu|arvio|kritika|ele[sş]tirisi|ele[sş]tiri|incelemesi|yorumu|рецензия|отзыв|рецензія|відгук|ревю|κριτική|レビュー|感想|批評|评论|影评|影評|观后感|觀後感|리뷰|감상평|감상|후기|평론|đánh giá|phê bình|resensi|ulasan|ressenya|ביקורת(?: (?:ה?סרט|קולנוע))?|مراجعة|نقد|(?:รีวิว|วิจารณ์)(?:หนัง|ภาพยนตร์)?`;
/** "Of the film" between the word and a title without quotes: "Recenzja filmu X", "Review film X", "مراجعة فيلم X". */
const ofFilm = String.raw`\s+(?:(?:na|o|af|av|om|de|del|della|do|da|du|zum|van|of|на|о|про|על)\s+)?(?:la\s+)?(?<film>film(?:u|a|en|ul|ului|i|e)?|phim|pel(?:[íi]|·l[íi])cula|фильма?|фільму?|филма?|فيلم|ה?סרט|ภาพยนตร์|หนัง|영화)\s`;
const word = String.raw`(?:(?:${film})?(?:${nouns})|critique(?:\s+(?:du\s+|de\s+)?(?:film|cin[ée](?:ma)?))?|avis|cr[íi]tica(?:\s+de\s+(?:cine|cinema|la\s+pel[íi]cula)|\s+do\s+filme)?|rese[ñn]a|resenha|recensione(?:\s+film)?)(?!\p{L})`;
const article = String.raw`(?:(?:an?|the|our|my|la|une?|il|notre|ma|una|nuestra|mi|uma|nossa|minha|die|eine|unsere|meine|onze|mijn|en|vår|min|moja|nasza|nasze|naše|моя|наша)\s+)?`;
const mark = String.raw`[:：–—|·-]`;
const prefix = lazyPattern(
  String.raw`^(?:[[(【](${word})[\])】]\s*${mark}*|[[(«"“]?${article}(${word})[\])»"”]?\s*(?:${mark}+|(?:zum?|zur|of|von|van|de\s+la|de|du|do|da|di|til|av|af)\s(?!(?:la\s)?(?:film\p{L}{0,4}|pel[íi]cula|фильм\p{L}?|филма)\s)|(?=[«„“『「《])|${ofFilm}|(?<=หนัง|ภาพยนตร์)\s))\s*(?<rest>\S.*)$`,
  'iu',
);
const suffix = lazyPattern(
  String.raw`^(.*?[^\s–—:：|,([-])[\s–—:：|,([-]+${article}(${word}(?:\sfilm[uai]?)?)(?=$|\s*[\])]?\s*(?:[:：–—|&([-]|$))`,
  'iu',
);
/** "『東京物語』レビュー": quotes end the title, and no space follows. */
const afterQuotes = lazyPattern(
  String.raw`^([『「《〈【“«].+?[』」》〉】”»])\s*(?:の|的|에 대한)?\s*(${word})`,
  'iu',
);
/** "Il porto di vetro, la recensione del film di A. Person". */
const appositive = lazyPattern(
  String.raw`^(.*?[^\s–—:|,([-])\s?[,–—:|-]+\s*${article}(${word})\s+(?:of|du|des?|del(?:la)?|di|do|zu[mr]?|by|von|van|par|por|od|av|af)\s.{3,}$`,
  'iu',
);
const filmWord = lazyPattern(String.raw`${film}|pel[íi]cula|cine\b|cin[ée](?:ma)?|影[评評]`, 'iu');
const quoted = lazyPattern(
  String.raw`[“«„»‘『「《〈]([^“”«»„‘『』「」《》〈〉]{1,120}?)(?:[”«»“』」》〉]|’(?!\p{L}))`,
  'u',
);
/** "Film" before a title in languages that say so: "영화 버닝", "فيلم كفرناحوم". */
const filmBefore = /^(?:영화|电影|電影|映画|фильм|фільм|филмът|فيلم|ה?סרט|ภาพยนตร์|หนัง|phim)\s+(?=\S)/iu;
/** After a year the fraction is a score: "Cats (2019) – 2/10". */
const yearAtEnd = /[([](?:18[89]|19\d|20[0-4])\d[)\]]$/;
const trailingScore =
  /\s*(?:[★⭐🌟❤]\ufe0f?)+\s*(?:½|1\/2)?\s*☆*$|\s+\*{2,5}$|\s*[–—|:([-]\s*\d{1,2}(?:[.,]\d)?\s?\/\s?(?:4|5|6|10|20|100)\s*[\])]?$/u;
const otherWorks = lazyPattern(
  String.raw`\b(?:season|staffel|saison|temporada|stagione|episode|episodio|folge)\s*\d|[[(](?:serial|series|tv|game|book|album)\b|\b(?:book|novel|album|music|game|serial|tv|restaurant|food|hotel|concert|gig|soundtrack|product|theatre|theater|stage|opera|musical|exhibition|podcast|tech|app)\s+review|\b(?:buch|roman|spiel|serien|theater|konzert|album|musik|opern|hörspiel)-?(?:kritik|rezension|review|besprechung)|\bcritique\s+(?:du\s+(?:livre|roman|jeu|disque)|de\s+(?:la\s+)?(?:s[ée]rie|livre|pi[èe]ce)|s[ée]rie|livre|jeu|album|th[ée][âa]tre)|\b(?:cr[íi]tica|rese[ñn]a)\s+(?:de\s+(?:la\s+serie|teatro)|del\s+(?:libro|disco|juego)|literaria)|\brecensione\s+(?:della\s+serie|del\s+(?:libro|romanzo|gioco|disco)|libro|serie|gioco|album)|\b(?:recen[sz]\p{L}*|review|kritik|critique|cr[íi]tica|rese[ñn]a|resenha|anmeldelse)\s+(?:of|de|du|d[eo]l?|di|da|av|af|van)\s+(?:la\s+)?(?:carte|book|novel|livre|livro|libro|bok|bog|boek|jogo|juego|joc|game|jeu|disco|disque|[áa]lbum|s[ée]rie|serial|pe[çc]a|obra de teatro)|(?:színház|könyv|játék|lemez|album|koncert|sorozat)-?kritika|\b(?:skiv|bok|bøker|boek|plaat|plate|plade|spel|spill|spil|teater|theater|serie|konsert|game|bog|plade|kirja|peli|levy|book|album|music)-?(?:recensie|recension|bespreking|anmeldelse|omtale|arvostelu|review)|\b(?:recenz(?:ja|e|ia|ie)|рецензия на|рецензія на|обзор|отзыв о)\s+(?:ksi[ąa][żz]ki|gry|p[łl]yty|albumu|serialu|knihy|hry|desky|alba|seri[áa]lu|книг[уие]|игр[уы]|альбома?|сериала?|спектакл[ья])|\b(?:kitap|oyun|alb[üu]m|dizi|tiyatro)\s+(?:ele[sş]tirisi|incelemesi|yorumu)|書評|书评|서평|(?:ゲーム|ドラマ|アルバム|舞台|小説|本)の?(?:レビュー|感想|評)|(?:游戏|遊戲|专辑|專輯|剧集|劇集|小说|小說|话剧|話劇)(?:评测|評測|评论|評論|影评)|(?:게임|도서|책|드라마|앨범|연극|공연)\s?(?:리뷰|후기|평)|\b(?:sezon|seizoen|s[äa]song|kausi|temporada|сезон|sezóna|série|évad)\s*\d|\d\.?\s*(?:sezon|сезон|sezóna|évad|kausi)|シーズン\s?\d|\b(?:review|resensi|ulasan|đánh giá)\s+(?:buku|novel|album|lagu|gim|game|serial|drama|restoran|ponsel|sách|truyện|tiểu thuyết|phim bộ|nhà hàng|quán|điện thoại)|\b(?:musim|mùa|tập)\s*\d|\bcr[íi]tica\s+(?:de\s+)?(?:teatre|la\s+s[èe]rie|llibres?)|ביקורת\s+(?:ספר|סדרה|משחק|מסעדה|אלבום|הצגה)|עונה\s*\d|مراجعة\s+(?:كتاب|رواية|لعبة|مسلسل|مطعم|ألبوم|هاتف)|الموسم\s|รีวิว\s?(?:หนังสือ|ซีรีส์|เกม|ร้าน|มือถือ|นิยาย|อัลบั้ม)|(?:ซีซั่น|ซีซัน)\s?\d|第[\d一二三四五六七八九十]+[季話话集]|시즌\s?\d`,
  'iu',
);

function trimQuotes(text: string): string {
  return text.replace(/^[\s"“”„«»‘'『「《〈]+|[\s"”“«»』」》〉:：;,|–—-]+$|(?<!\p{L}s)['’]$/gu, '');
}

/** Parses a review's heading: "Review: ‘Her’ (2013) ★★★★", "Her – Kritik", "Critique : Her". */
export function parseReviewHeading(text: string): ReviewHeading {
  const clean = cleanText(text.slice(0, 300));
  const trailing = trailingScore.exec(clean);
  const cut = trailing ? clean.slice(0, trailing.index) : clean;
  // The fraction in "Review: 9/10" can be the film's title.
  const isTitle =
    trailing !== null &&
    /\d/.test(trailing[0]) &&
    ![prefix(), suffix(), yearAtEnd].some((sign) => sign.test(cut));
  const bare = isTitle ? clean : cut;
  const before = prefix().exec(bare);
  const after = before ? null : (afterQuotes().exec(bare) ?? suffix().exec(bare) ?? appositive().exec(bare));
  const rest = before?.groups?.rest ?? after?.[1] ?? bare;
  const year = /[([][^()[\]\d]{0,30}((?:18[89]|19\d|20[0-4])\d)[^()[\]\d]{0,20}[)\]]/.exec(bare);
  const inQuotes =
    before || after ? (quoted().exec(rest)?.[1] ?? /^"([^"]{1,120})"/.exec(rest)?.[1]) : undefined;
  const yearInRest = year ? rest.indexOf(year[0]) : -1;
  const parsed = parseTitle(
    inQuotes ??
      trimQuotes(yearInRest > 0 ? rest.slice(0, yearInRest) : rest).replace(
        before || after ? filmBefore : '',
        '',
      ),
  );
  const said = before?.[1] ?? before?.[2] ?? after?.[2] ?? '';
  return {
    title: trimQuotes(parsed.title),
    year: parsed.year ?? (year ? Number(year[1]) : null),
    kind: otherWorks().test(clean) ? 'other' : parsed.kind,
    saysReview: said !== '',
    saysFilm: filmWord().test(said) || before?.groups?.film !== undefined,
    score: trailing && !isTitle ? parseScore(trailing[0].replace(/^[\s–—|:([-]+|[\s)\]]+$/g, '')) : null,
  };
}
