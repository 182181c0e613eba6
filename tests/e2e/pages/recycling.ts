// A list of 5,000 rows that renders only those in the window, and reuses their elements for other films as it scrolls.

export interface RecyclingRow {
  title: string;
  year: number;
  /** A series gets no badge, although the catalogue has a film of that title. */
  isSeries: boolean;
}

const firstWords =
  'Amber Ashen Autumn Azure Barren Bitter Blazing Borrowed Brazen Broken Burning Careless Copper Crimson Crooked Cruel ' +
  'Daring Distant Drowned Dusty Eastern Eternal Faded Fallen Feral Foreign Forgotten Fragile Frosted Gilded Hollow ' +
  'Humble Hungry Idle Iron Ivory Jagged Jealous Lonely Lucid Marble Midnight Modest Muted Narrow Nameless Northern ' +
  'Obscure Orphaned Painted Patient Pewter Quiet Reckless Restless Roaming Rusted Sacred Scarlet Severed Silken Silver ' +
  'Sleepless Solemn Southern Stolen Sunken Tender Thirsty Timid Tranquil Unspoken Velvet Violet Wandering Western';
const lastWords =
  'Anchor Archive Atlas Balcony Bridge Candle Canyon Carousel Cathedral Cellar Compass Corridor Courier Desert Ember ' +
  'Estuary Ferry Fjord Fountain Furnace Garden Glacier Harbour Harvest Horizon Island Jury Kingdom Ladder Lagoon ' +
  'Lantern Ledger Lighthouse Machine Meadow Mirror Monsoon Monument Orchard Parade Pavilion Pendulum Pilgrim Prairie ' +
  'Quarry Railway Ransom Ravine Reservoir Sanctuary Sermon Shipyard Signal Sonata Staircase Telegram Theatre Thicket ' +
  'Tower Tribunal Tundra Vessel Viaduct Vineyard Voyage Waltz Warden Widow Wilderness Windmill';

const ends = lastWords.split(' ');
/** All titles are different. */
export const recyclingRows: RecyclingRow[] = firstWords
  .split(' ')
  .flatMap((first) => ends.map((last) => `${first} ${last}`))
  .slice(0, 5000)
  .map((title, index) => ({ title, year: 1930 + ((index * 7) % 90), isSeries: index % 9 === 4 }));

export const rowHeight = 40;

/** Half of the rows change their text nodes, the other half get new ones. `stepTo` scrolls and renders synchronously. */
export const recycling = {
  url: 'https://films.marquee.example/living/recycling',
  html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Films and series</title><link rel="icon" href="data:,">
<style>body { margin: 0; font: 16px/24px sans-serif } #window { height: 100vh; overflow: auto } ul { position: relative; margin: 0; padding: 0; height: ${recyclingRows.length * rowHeight}px }
li { position: absolute; left: 8px; height: ${rowHeight}px; list-style: none; white-space: nowrap }</style></head>
<body><div id="window"><ul></ul></div><script>
const rows = ${JSON.stringify(recyclingRows)};
const view = document.querySelector('#window');
const list = document.querySelector('ul');
const pool = Array.from({ length: 30 }, () => {
  const item = document.createElement('li');
  item.innerHTML = '<a href="#">-</a> <span>-</span>';
  item.style.display = 'none';
  list.append(item);
  return item;
});
function draw() {
  const first = Math.max(0, Math.floor(view.scrollTop / ${rowHeight}) - 4);
  for (let index = first; index < Math.min(first + pool.length, rows.length); index++) {
    const slot = index % pool.length;
    const item = pool[slot];
    if (item.dataset.index === String(index)) continue;
    const { title, year, isSeries } = rows[index];
    const link = item.querySelector('a');
    const about = item.querySelector('span');
    const said = isSeries ? '(TV series ' + year + '\\u2013' + (year + 3) + ')' : '(' + year + ')';
    item.dataset.index = index;
    item.style.display = '';
    item.style.top = index * ${rowHeight} + 'px';
    link.href = (isSeries ? '/series/' : '/films/') + title.toLowerCase().replace(' ', '-') + '/';
    if (slot % 2) {
      link.textContent = title;
      about.textContent = said;
    } else {
      link.firstChild.data = title;
      about.firstChild.data = said;
    }
  }
}
window.stepTo = (top) => {
  view.scrollTop = top;
  draw();
};
view.addEventListener('scroll', draw);
draw();
</script></body></html>`,
};
