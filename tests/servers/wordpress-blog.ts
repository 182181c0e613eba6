// A real WordPress of Debian's packages (wordpress, php-cli, php-mysql, mariadb-server) in a temporary folder, on the
// loopback address only.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Blog, BlogPost } from './blog.ts';

const installedAt = '/usr/share/wordpress';
const attempts = 600;
const pauseMs = 100;

async function waitUntil(what: string, isReady: () => boolean | Promise<boolean>): Promise<void> {
  for (let left = attempts; left > 0; left -= 1) {
    if (await isReady()) return;
    await sleep(pauseMs);
  }
  throw new Error(`${what} did not start`);
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function end(child: ChildProcess | null): Promise<void> {
  return new Promise((resolve) => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

async function startDatabase(folder: string): Promise<ChildProcess> {
  const [data, socket] = [join(folder, 'db'), join(folder, 'db.sock')];
  const account = process.getuid?.() === 0 ? ['--user=root'] : [];
  execFileSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      '--skip-name-resolve',
      ...account,
    ],
    { stdio: 'ignore' },
  );
  const server = spawn(
    'mariadbd',
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--pid-file=${join(folder, 'db.pid')}`,
      '--skip-networking',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-buffer-pool-size=32M',
      ...account,
    ],
    { stdio: 'ignore' },
  );
  const run = (sql: string): void =>
    void execFileSync('mariadb', ['--no-defaults', `--socket=${socket}`, '-u', 'root', '-e', sql], {
      stdio: 'ignore',
    });
  await waitUntil('MariaDB', () => {
    try {
      run('SELECT 1');
      return true;
    } catch {
      return false;
    }
  });
  run('CREATE DATABASE wordpress CHARACTER SET utf8mb4');
  return server;
}

const configuration = (folder: string, home: string): string => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${join(folder, 'db.sock')}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', '${home}');
define('WP_SITEURL', WP_HOME);
if (($_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '') === 'https') $_SERVER['HTTPS'] = 'on';
define('DISABLE_WP_CRON', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('AUTH_KEY', 'test');
define('NONCE_SALT', 'test');
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

/** Sends files as they are, and every other address to WordPress, as a web server is told to. */
const router = `<?php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path !== '/' && is_file(__DIR__ . $path)) return false;
$_SERVER['SCRIPT_NAME'] = '/index.php';
require __DIR__ . '/index.php';
`;

/** Closes the REST endpoints as security plugins do. */
const plugin = `<?php
add_filter('rest_authentication_errors', function ($result) {
  return get_option('rest_is_closed')
    ? new WP_Error('rest_cannot_access', 'Only for members.', ['status' => 401])
    : $result;
});
`;

/** What an author does on the blog's own pages: runs one action and answers with its result. */
const control = `<?php
define('WP_INSTALLING', ($_GET['action'] ?? '') === 'install');
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
$input = json_decode(file_get_contents('php://input'), true) ?? [];
kses_remove_filters();

function control_author($name) {
  $login = sanitize_title($name);
  $user = get_user_by('login', $login);
  return $user ? $user->ID : wp_insert_user([
    'user_login' => $login, 'user_pass' => 'x', 'display_name' => $name, 'role' => 'author',
    'user_email' => "$login@example.org",
  ]);
}
function control_write($post, $status) {
  $gmt = $post['date'];
  return wp_insert_post([
    'post_title' => $post['title'], 'post_content' => $post['text'], 'post_status' => $status,
    'post_author' => control_author($post['author']), 'post_date_gmt' => $gmt, 'post_date' => get_date_from_gmt($gmt),
  ], true);
}
function control_set_times($id, $times) {
  global $wpdb;
  foreach ($times as $column => $gmt) {
    $values = [$column => get_date_from_gmt($gmt), $column . '_gmt' => $gmt];
    $wpdb->update($wpdb->posts, $values, ['ID' => $id]);
  }
  clean_post_cache($id);
}
$actions = [
  'install' => fn() => wp_install('Second Reel', 'admin', 'admin@example.org', true, '', 'x'),
  'publish' => fn($in) => array_map(fn($post) => control_write($post, 'publish'), $in['posts']),
  'schedule' => function ($in) {
    $id = control_write(['date' => gmdate('Y-m-d H:i:s', time() + 3600)] + $in['post'], 'publish');
    control_set_times($id, [
      'post_date' => gmdate('Y-m-d H:i:s', time() - 3600),
      'post_modified' => gmdate('Y-m-d H:i:s', time() - 96 * 3600),
    ]);
    return $id;
  },
  'publishScheduled' => fn($in) => wp_publish_post($in['id']),
  'edit' => function ($in) {
    foreach ($in['ids'] as $id) wp_update_post(['ID' => $id] + $in['change']);
    $now = gmdate('Y-m-d H:i:s');
    foreach ($in['ids'] as $id) control_set_times($id, ['post_modified' => $now]);
  },
  'change' => fn($in) => wp_update_post(['ID' => $in['id']] + $in['change']),
  'trash' => fn($in) => wp_trash_post($in['id']),
  'options' => function ($in) {
    foreach ($in['options'] as $name => $value) update_option($name, $value);
  },
  'permalinks' => function ($in) {
    global $wp_rewrite;
    $wp_rewrite->set_permalink_structure($in['structure']);
    $wp_rewrite->flush_rules();
  },
  'reset' => function () {
    global $wpdb;
    foreach (['posts', 'postmeta', 'term_relationships', 'comments', 'commentmeta'] as $table)
      $wpdb->query("TRUNCATE TABLE {$wpdb->prefix}$table");
    wp_cache_flush();
  },
];
$result = $actions[$_GET['action']]($input);
header('Content-Type: application/json');
echo json_encode(is_wp_error($result) ? ['error' => $result->get_error_message()] : ['result' => $result]);
`;

/** Answers 503 while the file `.maintenance` is there, as during an update. */
const maintenance = `<?php
header('Retry-After: ' . trim(file_get_contents(__DIR__ . '/retry-after.txt')), true, 503);
die('Back soon.');
`;

const formatUtc = (date: Date): string => date.toISOString().slice(0, 19).replace('T', ' ');
const formatPost = ({ title, text, author = 'Ann', date = new Date() }: BlogPost) => ({
  title,
  text,
  author,
  date: formatUtc(date),
});

/** The real WordPress. */
export class WordPressBlog implements Blog {
  url: string;
  fetch = globalThis.fetch;
  private folder: string;
  private port: number;
  private database: ChildProcess;
  private server: ChildProcess | null = null;

  private constructor(folder: string, port: number, database: ChildProcess) {
    this.folder = folder;
    this.port = port;
    this.database = database;
    this.url = `http://127.0.0.1:${port}/`;
  }

  /**
   * Sets up a blog without posts, which takes some seconds. `home`: the origin under which the blog is public, where it is
   * reached through a proxy, which passes the host on and names the protocol (`X-Forwarded-Proto`).
   */
  static async start(home?: string): Promise<WordPressBlog> {
    const folder = mkdtempSync(join(tmpdir(), 'marquee-wordpress-'));
    const www = join(folder, 'www');
    const port = await findFreePort();
    const database = await startDatabase(folder);
    cpSync(installedAt, www, { recursive: true, dereference: true });
    const files = {
      'wp-config.php': configuration(folder, home ?? `http://127.0.0.1:${port}`),
      'router.php': router,
      'control.php': control,
      'wp-content/maintenance.php': maintenance,
    };
    for (const [name, text] of Object.entries(files)) {
      rmSync(join(www, name), { force: true });
      writeFileSync(join(www, name), text);
    }
    cpSync(join(www, 'wp-content/maintenance.php'), join(www, 'wp-content/mu-plugins/none.php'));
    writeFileSync(join(www, 'wp-content/mu-plugins/none.php'), plugin);
    const blog = new WordPressBlog(folder, port, database);
    try {
      await blog.setRunning(true);
      await blog.run('install');
      await blog.reset();
      return blog;
    } catch (error) {
      await blog.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.setRunning(false);
    await end(this.database);
    rmSync(this.folder, { recursive: true, force: true });
  }

  async publish(...posts: BlogPost[]): Promise<number[]> {
    return (await this.run('publish', { posts: posts.map(formatPost) })) as number[];
  }

  async schedule(post: BlogPost): Promise<number> {
    return (await this.run('schedule', { post: formatPost(post) })) as number;
  }

  async publishScheduled(id: number): Promise<void> {
    await this.run('publishScheduled', { id });
  }

  async edit(ids: number[], { title, text }: { title?: string; text?: string }): Promise<void> {
    await this.run('edit', { ids, change: { post_title: title, post_content: text } });
  }

  async move(id: number, slug: string): Promise<void> {
    await this.run('change', { id, change: { post_name: slug } });
  }

  async setStatus(id: number, status: 'publish' | 'trash' | 'private'): Promise<void> {
    if (status === 'trash') await this.run('trash', { id });
    else await this.run('change', { id, change: { post_status: status } });
  }

  async setPassword(id: number, password: string): Promise<void> {
    await this.run('change', { id, change: { post_password: password } });
  }

  async setZone(zone: string): Promise<void> {
    await this.run('options', { options: { timezone_string: zone, gmt_offset: '' } });
  }

  async setRest(isOpen: boolean): Promise<void> {
    await this.run('options', { options: { rest_is_closed: isOpen ? '' : '1' } });
  }

  async setNamedAddresses(isOn: boolean): Promise<void> {
    await this.run('permalinks', { structure: isOn ? '/%postname%/' : '' });
  }

  async setRunning(isRunning: boolean): Promise<void> {
    if (!isRunning) {
      await end(this.server);
      this.server = null;
    } else if (this.server === null) {
      const www = join(this.folder, 'www');
      const flags = ['-d', 'opcache.enable_cli=1', '-d', 'display_errors=0', '-d', 'memory_limit=256M'];
      this.server = spawn(
        'php',
        [...flags, '-S', `127.0.0.1:${this.port}`, '-t', www, join(www, 'router.php')],
        {
          stdio: 'ignore',
        },
      );
      await waitUntil('PHP', () =>
        fetch(`${this.url}readme.html`).then(
          ({ ok }) => ok,
          () => false,
        ),
      );
    }
  }

  setBusy(retryAfter: number | null): Promise<void> {
    const file = join(this.folder, 'www', '.maintenance');
    writeFileSync(join(this.folder, 'www/wp-content/retry-after.txt'), String(retryAfter ?? ''));
    if (retryAfter === null) rmSync(file, { force: true });
    else writeFileSync(file, '<?php $upgrading = time();');
    return Promise.resolve();
  }

  async reset(): Promise<void> {
    await this.setRunning(true);
    await this.setBusy(null);
    await this.run('reset');
    await this.setZone('UTC');
    await this.setRest(true);
    await this.setNamedAddresses(true);
  }

  private async run(action: string, input: object = {}): Promise<unknown> {
    const response = await fetch(`${this.url}control.php?action=${action}`, {
      method: 'POST',
      body: JSON.stringify(input),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${action}: ${text.replace(/<[^<>]*>/g, ' ').trim()}`);
    const answer = JSON.parse(text) as { result: unknown; error?: string };
    if (answer.error !== undefined) throw new Error(`${action}: ${answer.error}`);
    return answer.result;
  }
}
