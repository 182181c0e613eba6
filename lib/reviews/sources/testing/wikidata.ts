// Answers of Wikidata (query service and wbgetentities, read 2026-11).

const item = (id: string) => ({
  snaktype: 'value',
  datavalue: { value: { 'entity-type': 'item', id }, type: 'wikibase-entityid' },
});
const text = (value: string) => ({ snaktype: 'value', datavalue: { value, type: 'string' } });
const day = (time: string, precision = 11) => ({
  snaktype: 'value',
  datavalue: { value: { time, timezone: 0, precision }, type: 'time' },
});
const amount = (value: string) => ({
  snaktype: 'value',
  datavalue: { value: { amount: value, unit: '1' }, type: 'quantity' },
});
const claim = (mainsnak: unknown, more: Record<string, unknown> = {}) => ({
  mainsnak,
  type: 'statement',
  rank: 'normal',
  ...more,
});

export const wikidataItems = {
  head: { vars: ['item'] },
  results: { bindings: [{ item: { type: 'uri', value: 'http://www.wikidata.org/entity/Q788822' } }] },
};

/** Two Tomatometer scores, one of them deprecated, an average, a Metascore, and a score of an unknown source. */
const wikidataScores = [
  claim(text('94%'), {
    rank: 'preferred',
    qualifiers: {
      P447: [item('Q105584')],
      P459: [item('Q108403393')],
      P585: [day('+2021-11-03T00:00:00Z')],
      P7887: [amount('+290')],
    },
  }),
  claim(text('8.5/10'), {
    rank: 'preferred',
    qualifiers: { P447: [item('Q105584')], P459: [item('Q108403540')], P585: [day('+2021-11-03T00:00:00Z')] },
  }),
  claim(text('91/100'), {
    rank: 'preferred',
    qualifiers: { P447: [item('Q150248')] },
    references: [{ snaks: { P813: [day('+2020-05-00T00:00:00Z', 10)] } }],
  }),
  claim(text('99%'), {
    rank: 'preferred',
    qualifiers: { P447: [item('Q4115189')], P585: [day('+2020-01-01T00:00:00Z')] },
  }),
  claim(text('12%'), {
    rank: 'deprecated',
    qualifiers: { P447: [item('Q105584')], P459: [item('Q108403393')], P585: [day('+2024-01-01T00:00:00Z')] },
  }),
  claim(text('50%'), { qualifiers: { P447: [item('Q105584')], P585: [day('+2023-01-01T00:00:00Z')] } }),
];

export const wikidataHer = {
  entities: {
    Q788822: {
      id: 'Q788822',
      type: 'item',
      labels: { en: { language: 'en', value: 'Her' } },
      aliases: { en: [{ language: 'en', value: 'Her (2013)' }] },
      claims: {
        P345: [claim(text('tt1798709'))],
        P4947: [claim(text('152601'))],
        P1258: [claim(text('m/her'))],
        P57: [claim(item('Q312676'))],
        P161: [claim(item('Q185140'))],
        P577: [
          claim(day('+2013-10-13T00:00:00Z'), { qualifiers: { P291: [item('Q30')] } }),
          claim(day('+2014-03-27T00:00:00Z'), { qualifiers: { P291: [item('Q183')] } }),
        ],
        P2047: [claim(amount('+126'))],
        P444: wikidataScores,
      },
      sitelinks: { enwiki: { site: 'enwiki', title: 'Her (2013 film)' } },
    },
  },
  success: 1,
};

const named = (id: string, value: string) => ({ id, labels: { en: { language: 'en', value } } });

export const wikidataPeople = {
  entities: {
    Q312676: named('Q312676', 'Spike Jonze'),
    Q185140: named('Q185140', 'Joaquin Phoenix'),
    Q30: named('Q30', 'United States'),
    Q183: named('Q183', 'Germany'),
  },
};
