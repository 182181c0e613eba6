import { describe, expect, test } from 'vitest';
import { judgeSpans } from './judge-span.ts';
import { listTextSpans } from './text-spans.ts';

/** What the words around the first quoted title of a sentence say. */
function judge(text: string) {
  const spans = listTextSpans(text, [], false);
  return judgeSpans(text, spans)[0];
}

describe('a noun beside a quoted title', () => {
  test.each([
    ['da', 'Filmen »Havnens lys« vises i dag.'],
    ['no', 'Vi så filmen «Havets lys» i går.'],
    ['sv', 'I filmen ”Havets ljus” spelar hon en kock.'],
    ['fi', 'Näimme elokuvan ”Meren valo” eilen.'],
    ['is', 'Kvikmyndin „Ljós hafsins“ var sýnd í gær.'],
    ['lt', 'Vakar rodė filmą „Jūros šviesa“ mieste.'],
    ['lv', 'Vakar rādīja filmu “Jūras gaisma” pilsētā.'],
    ['et', 'Eile näidati filmi „Mere valgus“ linnas.'],
    ['cs', 'Včera běžel snímek „Světlo moře“ v kině.'],
    ['hu', 'Tegnap láttuk „A tenger fénye” című filmet.'],
    ['ro', 'Am văzut filmul „Lumina mării” ieri.'],
    ['bg', 'Гледахме филма „Светлината на морето“ вчера.'],
    ['sr', 'Гледали смо филм „Светло мора“ јуче.'],
    ['uk', 'Ми бачили фільм «Світло моря» вчора.'],
    ['el', 'Είδαμε την ταινία «Το φως της θάλασσας» χθες.'],
    ['tr', 'Dün "Denizin Işığı" filmini izledik.'],
    ['he', 'ראינו את הסרט "אור הים" אתמול.'],
    ['ar', 'شاهدنا فيلم "ضوء البحر" أمس.'],
    ['fa', 'دیروز فیلم «نور دریا» را دیدیم.'],
    ['hi', 'हमने फ़िल्म "समुद्र की रोशनी" देखी।'],
    ['ta', 'நேற்று திரைப்படம் "கடல் ஒளி" பார்த்தோம்.'],
    ['th', 'เมื่อวานดูภาพยนตร์ "แสงทะเล" กัน'],
    ['ko', '어제 영화 《바다의 빛》을 봤다.'],
    ['ja', '昨日の映画『海の光』を見た。'],
    ['ja', '昨日は『海の光』という映画を見た。'],
    ['zh', '昨天看了电影《海之光》。'],
    ['ka', 'ვნახეთ ფილმი „ზღვის შუქი“ გუშინ.'],
    ['de', 'Der Gruselfilm „Licht des Meeres“ lief gestern.'],
    ['de', 'Die Netflix-Doku „Licht des Meeres“ lief gestern.'],
    ['it', 'Il lungometraggio «Luce del mare» è uscito ieri.'],
    ['pt', 'O filme brasileiro “Luz do Mar” estreou ontem.'],
    ['pl', 'Film dokumentalny „Światło morza” był drugi.'],
  ])('names a film in %s: %s', (_, text) => {
    expect(judge(text)).toEqual({ film: 3, other: null });
  });

  test.each([
    'It left out “The Light of the Sea,” “Harbour” and novel adaptation “Paper Moons.”',
    'They watched “The Light of the Sea,” a made-for-TV film.',
  ])('another art in the name of a kind of film is no sign against it: %s', (text) => {
    expect(judge(text)?.other).toBeNull();
  });

  test('but an adaptation for television is a series', () => {
    expect(judge('She had a part in the BBC adaptation “Paper Moons.”')?.other).toBe('series');
  });

  test.each([
    'Der Fotograf „Licht des Meeres“ lief gestern.',
    'Boken ”Havets ljus” kom ut i går.',
    'Кафе «Світло моря» відкрилося.',
    '昨日は小説『海の光』を読んだ。',
    'ראינו את הספר "אור הים" אתמול.',
    'Die „Rocky“-Filme liefen gestern.',
    'He is known for the “Rocky” films.',
    'Der Fernsehfilm „Licht des Meeres“ lief gestern.',
    'The filmmaker “Ann Harrow” was there.',
  ])('names no film: %s', (text) => {
    expect(judge(text)?.film ?? 0).toBeLessThan(2);
  });
});

describe('titles joined in a list', () => {
  const judgeAll = (text: string) => judgeSpans(text, listTextSpans(text, [], false));
  const film = { film: 3, other: null };

  test.each([
    ['ru', 'Он снял фильмы «Море», «Порт» и «Соль». Затем роман «Пепел».', 3],
    ['ja', '映画『海の光』や『塩の港』で知られる。小説『灰』も書いた。', 2],
    ['zh', '他执导了电影《海之光》、《盐港》和《灰》，并著有小说《雪》。', 3],
    ['pl', 'Nakręcił filmy takie jak „Morze” i „Sól”. Wydał powieść „Popiół”.', 2],
    ['tr', '"Deniz" ve "Tuz Odası" filmlerinde oynadı. "Kül" romanını yazdı.', 2],
  ])('are films after or before one noun (%s): %s', (_language, text, count) => {
    expect(judgeAll(text).slice(0, count)).toEqual(Array(count).fill(film));
    expect(judgeAll(text)[count]?.film ?? 0).toBeLessThan(2);
  });

  test.each([
    'She wrote the novels “The Sea” and “The Salt”. The film came later.',
    '小説『海の光』や『塩の港』で知られる。映画はない。',
    'Он написал романы «Море» и «Соль». Фильмов нет.',
  ])('are none after the noun for another art: %s', (text) => {
    expect(judgeAll(text).map(({ film }) => film < 2)).toEqual([true, true]);
  });
});

test('what only films do is evidence for a name in italics, not for a quoted one', () => {
  const text = 'Sea Light took first place at the box office.';
  const span = { title: 'Sea Light', year: null, start: 0, end: 9, isSetApart: true };
  const element = { localName: 'em' } as Element;
  expect(judgeSpans(text, [{ ...span, element }])).toEqual([{ film: 1, other: null }]);
  expect(judgeSpans(text, [{ ...span, element: null }])).toEqual([{ film: 0, other: null }]);
});
