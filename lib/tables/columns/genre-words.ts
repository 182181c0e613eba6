import { foldLetters } from '../../text/text.ts';

/** Names of genres in the languages that people keep lists in. */
const words = new Set(
  `action adventure animation biography comedy crime documentary drama family fantasy history horror musical mystery romance
  scifi sciencefiction sport thriller war western noir biopic anime romcom
  abenteuer biografie komödie krimi kriminalfilm dokumentation dokumentarfilm dokumentar familie geschichte liebesfilm romanze kriegsfilm trickfilm zeichentrick
  aventure comédie policier documentaire drame famille fantastique histoire épouvante guerre animé romantique
  acción aventura comedia crimen documental familiar fantasía historia terror misterio romántica cienciaficción guerra bélica animación suspense
  azione avventura commedia poliziesco documentario drammatico fantastico storico orrore giallo fantascienza animazione sentimentale
  ação comédia policial documentário ficçãocientífica animação suspense romântico
  actie avontuur komedie misdaad documentaire oorlog animatie romantiek skräck komedi brott dokumentär äventyr krig drame
  dramat komedia kryminał dokument przygodowy wojenny animowany obyczajowy sensacyjny
  komedie krimi dobrodružný válečný dokumentární animovaný vígjáték dráma krimi horror kaland
  драма комедия боевик триллер ужасы фантастика мелодрама детектив документальный мультфильм военный приключения
  dram komedi korku gerilim macera belgesel animasyon suç aile
  ドラマ コメディ アクション ホラー アニメ ドキュメンタリー サスペンス 恋愛 드라마 코미디 액션 공포 스릴러 로맨스 剧情 喜剧 动作 恐怖 惊悚 爱情 科幻 动画 纪录片`
    .split(/\s+/)
    .map(foldLetters),
);

/** Whether a cell has names of genres and nothing else: "Crime, Drama", "Sci-Fi". */
export function isGenre(cell: string): boolean {
  if (cell.length > 80) return false;
  const parts = cell
    .split(/[,;/|&+•]| - /)
    .map((part) => foldLetters(part).replace(/[\s-]+/g, ''))
    .filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => words.has(part));
}
