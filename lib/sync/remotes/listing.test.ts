import { describe, expect, test } from 'vitest';
import { createWebdavRemote } from './webdav.ts';

const options = { signal: new AbortController().signal };

/** A remote whose server answers every request with that. */
function answerWith(body: string, init: ResponseInit = { status: 207 }) {
  return createWebdavRemote(
    { address: 'https://cloud.example/remote.php/dav/files/me/Müll 100%25', user: 'me', password: 'secret' },
    { fetch: () => Promise.resolve(new Response(body, init)), now: () => 0, isOnline: () => true },
  );
}

const folder = '/remote.php/dav/files/me/M%C3%BCll%20100%25';
const collection = '<resourcetype><collection/></resourcetype>';

const entry = (href: string, properties = '<resourcetype/>', status = 'HTTP/1.1 200 OK'): string =>
  `<response><href>${href}</href><propstat><prop>${properties}</prop><status>${status}</status></propstat></response>`;
const listing = (...entries: string[]): string =>
  `<?xml version="1.0"?><multistatus xmlns="DAV:">${entries.join('')}</multistatus>`;
const self = entry(`${folder}/log/`, collection);

const names = async (xml: string, path = 'log'): Promise<string[]> =>
  (await answerWith(xml).list(path, options)).map(({ name }) => name);

describe('the addresses in a listing', () => {
  test.each([
    ['absolute paths', [self, entry(`${folder}/log/a.seg`)]],
    ['addresses', [self, entry(`https://cloud.example${folder}/log/a.seg`)]],
    [
      'addresses with the scheme, host and port behind a proxy',
      [
        entry(`http://10.0.0.7:8080${folder}/log`, collection),
        entry(`http://10.0.0.7:8080${folder}/log/a.seg`),
      ],
    ],
    [
      'paths that a proxy has shortened',
      [entry('/files/log/', collection), entry('/files/log/b/', collection), entry('/files/log/a.seg')],
    ],
    ['the bare address of a server', [entry('http://inner:80', collection), entry('http://inner:80/a.seg')]],
    ['relative paths', [entry('./', collection), entry('a.seg')]],
    ['relative paths with a dot', [entry('', collection), entry('./a.seg')]],
    ['the folder without a slash', [entry(`${folder}/log`, collection), entry(`${folder}/log/a.seg`)]],
    ['no folder itself', [entry(`${folder}/log/a.seg`)]],
    ['small letters after percent signs', [entry(`${folder.replace('%C3%BC', '%c3%bc')}/log/a.seg`), self]],
    ['letters that need no percent sign', [self, entry(`${folder}/%6C%6f%67/%61.seg`)]],
    ['umlauts and spaces as they are', [self, entry('/remote.php/dav/files/me/Müll 100%25/log/a.seg')]],
    ['umlauts of two characters', [self, entry('/remote.php/dav/files/me/Mu\u0308ll 100%25/log/a.seg')]],
    ['double slashes', [self, entry(`/${folder}//log//a.seg`)]],
    [
      'files of deeper folders',
      [self, entry(`${folder}/log/b/`, collection), entry(`${folder}/log/b/c`), entry(`${folder}/log/a.seg`)],
    ],
    [
      'files of other folders',
      [self, entry(`${folder}/log-2/b.seg`), entry(`${folder}/b`), entry(`${folder}/log/a.seg`)],
    ],
    ['a file twice', [self, entry(`${folder}/log/a.seg`), entry(`${folder}/log/%61.seg`)]],
    [
      'ways out of the folder',
      [
        self,
        entry(`${folder}/log/../x`),
        entry(`${folder}/log/%2e%2e`),
        entry(`${folder}/log/..%2fx`),
        entry(`${folder}/log/a.seg`),
      ],
    ],
    [
      'files that are gone by now',
      [
        self,
        `<response><href>${folder}/log/b</href><status>HTTP/1.1 404 Not Found</status></response>`,
        entry(`${folder}/log/a.seg`),
      ],
    ],
    [
      'folders that only a slash shows',
      [self, entry(`${folder}/log/b/`, ''), entry(`${folder}/log/a.seg`, '')],
    ],
  ])('may be %s', async (_what, entries) => {
    expect(await names(listing(...entries))).toEqual(['a.seg']);
  });

  test('are decoded once', async () => {
    expect(
      await names(listing(self, entry(`${folder}/log/100%2525.seg`), entry(`${folder}/log/5%.seg`))),
    ).toEqual(['100%25.seg', '5%.seg']);
  });
});

describe('the XML of a listing', () => {
  test('may have any prefixes, references, CDATA, comments and properties of others', async () => {
    const xml = `\ufeff<?xml version="1.0" encoding="UTF-8"?>
      <!-- made by hand --><lp1:multistatus xmlns:lp1="DAV:" xmlns:o="http://other.example/">
      <lp1:response><lp1:href>
        ${folder}/log/ </lp1:href><lp1:propstat><lp1:prop><lp1:resourcetype><lp1:collection /></lp1:resourcetype>
      </lp1:prop><lp1:status>HTTP/1.1 200 OK</lp1:status></lp1:propstat></lp1:response>
      <lp1:response><lp1:href><![CDATA[${folder}/log/a&b.seg]]></lp1:href><lp1:propstat><lp1:prop>
        <lp1:getcontentlength>5</lp1:getcontentlength><o:owner><lp1:href>/people/me</lp1:href></o:owner>
        <lp1:getlastmodified>Tue, 05 Jan 2027 10:00:00 GMT</lp1:getlastmodified></lp1:prop>
        <lp1:status>HTTP/1.1 200 OK</lp1:status></lp1:propstat><lp1:propstat><lp1:prop>
        <lp1:getcontentlength/></lp1:prop><lp1:status>HTTP/1.1 404 Not Found</lp1:status></lp1:propstat></lp1:response>
      <lp1:response><lp1:href>${folder}/log/c&amp;d.seg</lp1:href></lp1:response></lp1:multistatus>`;
    expect(await answerWith(xml).list('log', options)).toEqual([
      { name: 'a&b.seg', size: 5, modifiedAt: Date.UTC(2027, 0, 5, 10) },
      { name: 'c&d.seg', size: null, modifiedAt: null },
    ]);
  });

  test('may have the status of properties before them, and sizes that are not numbers', async () => {
    const early =
      `<response><href>${folder}/log/a</href><propstat><status>HTTP/2 200</status><prop>` +
      '<getcontentlength>7</getcontentlength></prop></propstat></response>';
    const odd = entry(
      `${folder}/log/b`,
      '<getcontentlength>many</getcontentlength><getlastmodified>?</getlastmodified>',
    );
    expect(await answerWith(listing(self, early, odd)).list('log', options)).toEqual([
      { name: 'a', size: 7, modifiedAt: null },
      { name: 'b', size: null, modifiedAt: null },
    ]);
  });

  test('may name properties that a file does not have', async () => {
    const missing = entry(
      `${folder}/log/a`,
      '<resourcetype><collection/></resourcetype><getcontentlength>9</getcontentlength>',
      'HTTP/1.1 404 Not Found',
    );
    expect(await answerWith(listing(self, missing)).list('log', options)).toEqual([
      { name: 'a', size: null, modifiedAt: null },
    ]);
  });

  test('keeps a file of which nothing may be said', async () => {
    const hidden = `<response><href>${folder}/log/a</href><status>HTTP/1.1 403 Forbidden</status></response>`;
    expect(await names(listing(self, hidden))).toEqual(['a']);
  });
});

describe('a listing that cannot be read', () => {
  const whole = listing(self, entry(`${folder}/log/a.seg`), entry(`${folder}/log/b.seg`));
  test.each([
    ['has no entries', listing()],
    ['is empty', ''],
    ['is cut after an entry', whole.slice(0, whole.indexOf('</response>') + 11)],
    ['is cut inside an entry', whole.slice(0, whole.lastIndexOf('b.seg'))],
    ['lacks its last letter', whole.slice(0, -1)],
    ['is other XML', '<error xmlns="DAV:"><response><href>/</href></response></error>'],
    ['is of another folder', listing(entry('/other/', collection), entry('/elsewhere/x.seg'))],
    [
      'is of two other folders',
      listing(entry('/other/', collection), entry('/other/a'), entry('/elsewhere/x.seg')),
    ],
    ['has the folder, but no file in it', listing(self, entry('/files/log/a.seg'))],
    ['has only ways out of the folder', listing(self, entry(`${folder}/log/..%2fx`))],
    ['has only entries without an address', listing('<response><propstat/></response>')],
    ['is JSON', '{"multistatus": []}'],
  ])('and %s is an error, not an empty folder', async (_what, xml) => {
    await expect(answerWith(xml).list('log', options)).rejects.toMatchObject({ code: 'bad-answer' });
  });

  test('because the status is 200 is an error', async () => {
    await expect(answerWith(whole, { status: 200 }).list('log', options)).rejects.toMatchObject({
      code: 'bad-answer',
    });
  });

  test.each([
    ['404 Not Found', 'not-found'],
    ['403 Forbidden', 'forbidden'],
    ['507 Insufficient Storage', 'full'],
  ])('because the folder itself has the status %s is that error', async (status, code) => {
    const failed = `<response><href>${folder}/log/</href><status>HTTP/1.1 ${status}</status></response>`;
    await expect(answerWith(listing(failed)).list('log', options)).rejects.toMatchObject({ code });
    const also = listing(self, entry(`${folder}/log/a.seg`), failed);
    await expect(answerWith(also).list('log', options)).rejects.toMatchObject({ code });
  });

  test('is not read deeper than elements of listings go', async () => {
    const deep = `<multistatus>${'<a>'.repeat(100_000)}`;
    await expect(answerWith(deep).list('log', options)).rejects.toMatchObject({ code: 'bad-answer' });
  });
});
