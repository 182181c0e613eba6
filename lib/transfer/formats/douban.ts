import { hasColumns } from '../../tables/table.ts';
import { listRefs, type Cells } from '../records/cells.ts';
import type { RecordParts } from '../records/film-record.ts';
import { createRecordFormat } from '../records/record-format.ts';
import { fineStarScale, listTags, readTitle } from '../values.ts';
import type { SourceFile } from '../../tables/types.ts';
import type { FileFormat } from '../types.ts';

type Role = 'seen' | 'planned' | 'watching';

/** The lists are saved one by one; the name of the file has the list's: 看过 seen, 想看 to see, 在看 watching. */
function findRole({ header, name }: SourceFile): Role | null {
  const isTofu = hasColumns(header, '标题', '简介', '链接');
  const isScript = hasColumns(header, '标题', '条目链接');
  if (!isTofu && !isScript) return null;
  if (/想看|wish/i.test(name)) return 'planned';
  return /在看|doing/i.test(name) ? 'watching' : 'seen';
}

function read(cells: Cells, role: Role): RecordParts {
  const raw = readTitle(cells.text('标题'), '标题');
  // 自杀小队 / Suicide Squad
  const [title = raw, original = ''] = raw.split(' / ');
  const rating = cells.rating(fineStarScale, '个人评分', '我的评分');
  const at = cells.moment('打分日期', '创建时间');
  const film = {
    title,
    originalTitle: original || null,
    year: cells.year('简介', '上映日期'),
    refs: listRefs({ url: cells.text('条目链接', '链接') }),
  };
  const note = cells.text('我的短评', '评论');
  const tags = listTags(cells.text('标签'));
  if (role === 'planned') return { film, status: 'planned', addedAt: at, note, tags };
  if (role === 'watching') return { film, status: 'in-progress' };
  return { film, status: 'watched', rating, ratedAt: at, review: note, tags };
}

/** Douban: what scripts and the extension Tofu save. 豆瓣评分 is everybody's; the day is that of marking. */
export const douban: FileFormat = createRecordFormat<Role>({
  id: 'douban',
  columns: {
    title: '标题',
    year: ['简介', '上映日期'],
    url: ['条目链接', '链接'],
    rating: ['个人评分', '我的评分'],
    tags: '标签',
    review: ['我的短评', '评论'],
  },
  scale: fineStarScale,
  notes: {
    files: 'Lists saved by a script or by Tofu (CSV)',
    read: 'Seen films without days, ratings, tags, short reviews; films to see',
    left: 'The days of marking; films being watched',
  },
  findRole,
  read,
});
