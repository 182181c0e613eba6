// Real WebDAV servers of Debian's packages (lighttpd, lighttpd-mod-webdav, rclone, apache2-bin) in a temporary folder, on
// the loopback address only.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerAccess } from '../../lib/sync/remotes/http.ts';
import { endServer, listen } from '../../lib/sync/remotes/testing/loopback.ts';

const user = 'jörg';
const password = 'geheim-ß';
const isRoot = process.getuid?.() === 0;
/** Apache gives up being root, so its files are another user's. */
const apacheAccount = isRoot ? ['www-data', 'www-data'] : [];

/** What a server is started with: a temporary folder, in which `files` is what it serves, and a port. */
interface Place {
  folder: string;
  files: string;
  port: number;
}

type Start = (place: Place) => { command: string; args: string[] };

function startLighttpd({ folder, files, port }: Place) {
  const modules = ['auth', 'authn_file', 'alias', 'webdav'].map((name) => `"mod_${name}"`).join(', ');
  writeFileSync(join(folder, 'people'), `${user}:${password}\n`);
  writeFileSync(
    join(folder, 'lighttpd.conf'),
    `server.modules = (${modules})
server.bind = "127.0.0.1"
server.port = ${port}
server.document-root = "${files}"
server.upload-dirs = ("${folder}")
server.errorlog = "${folder}/errors"
alias.url = ("/dav/" => "${files}/")
webdav.activate = "enable"
webdav.sqlite-db-name = "${folder}/locks.db"
auth.backend = "plain"
auth.backend.plain.userfile = "${folder}/people"
auth.require = ("/" => ("method" => "basic", "realm" => "test", "require" => "valid-user"))
`,
  );
  return { command: '/usr/sbin/lighttpd', args: ['-D', '-f', join(folder, 'lighttpd.conf')] };
}

function startRclone({ files, port }: Place) {
  const address = ['--addr', `127.0.0.1:${port}`, '--baseurl', '/dav'];
  const account = ['--user', user, '--pass', password];
  return {
    command: 'rclone',
    args: ['serve', 'webdav', files, '--config', '/dev/null', ...address, ...account],
  };
}

function startApache({ folder, files, port }: Place) {
  const modules = [
    'mpm_event',
    'authn_core',
    'authn_file',
    'authz_core',
    'authz_user',
    'auth_basic',
    'dav',
    'dav_fs',
  ]
    .concat('alias')
    .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
  const hash = createHash('sha1').update(password).digest('base64');
  writeFileSync(join(folder, 'people'), `${user}:{SHA}${hash}\n`);
  writeFileSync(
    join(folder, 'apache.conf'),
    `${modules.join('\n')}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
ServerRoot ${folder}
PidFile ${folder}/apache.pid
ErrorLog ${folder}/errors
DocumentRoot ${files}
DavLockDB ${folder}/locks
Mutex file:${folder}
${apacheAccount.map((name, at) => `${['User', 'Group'][at]} ${name}`).join('\n')}
Alias /dav ${files}
<Location /dav>
  Dav On
  AuthType Basic
  AuthName test
  AuthUserFile ${folder}/people
  Require valid-user
</Location>
`,
  );
  // One process, which can be killed with all that it does.
  return { command: '/usr/sbin/apache2', args: ['-X', '-f', join(folder, 'apache.conf')] };
}

/** The servers, by name. */
export const webdavServers: [name: string, start: Start][] = [
  ['lighttpd', startLighttpd],
  ['rclone', startRclone],
  ['Apache', startApache],
];

/** A running server. */
export interface RunningServer {
  port: number;
  /** How to reach a folder that is not there yet, another one each time; through a proxy if its port is given. */
  access: (port?: number) => ServerAccess;
  /** Kills it, and starts it again with the same files. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await endServer(server);
  return port;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** Starts a server and waits until it answers. */
async function launch(name: string, start: Start, place: Place): Promise<ChildProcess> {
  const { command, args } = start(place);
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.on('data', (text: Buffer) => (words += text.toString()));
  for (let left = 1000; left > 0; left -= 1) {
    const answer = await fetch(`http://127.0.0.1:${place.port}/dav/`, {
      signal: AbortSignal.timeout(1000),
    }).catch(() => null);
    await answer?.body?.cancel();
    if (answer) return child;
    if (child.exitCode !== null) break;
    await sleep(10);
  }
  await kill(child);
  throw new Error(`${name} did not start: ${words}`);
}

/** Starts one of `webdavServers` on a free port, with an empty folder. */
export async function startServer(name: string, start: Start): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'marquee-webdav-'));
  const place = { folder, files: join(folder, 'files'), port: await findFreePort() };
  mkdirSync(place.files);
  if (apacheAccount.length > 0) execFileSync('chown', ['-R', apacheAccount.join(':'), folder]);
  let child = await launch(name, start, place);
  let folders = 0;
  return {
    port: place.port,
    access: (port = place.port) => {
      folders += 1;
      return { address: `http://127.0.0.1:${port}/dav/Öffentlich & mehr/${folders}`, user, password };
    },
    restart: async () => {
      await kill(child);
      child = await launch(name, start, place);
    },
    stop: async () => {
      await kill(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
