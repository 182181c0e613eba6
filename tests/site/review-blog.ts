// The sample review blog, modelled on WordPress: pages, a feed, and the REST endpoints that feed readers use.
import { createHash } from 'node:crypto';
import {
  escapeHtml,
  formatJsonLd,
  formatPage,
  htmlResponse,
  jsonResponse,
  type Handler,
  type SiteRequest,
  type SiteResponse,
} from './page.ts';
import { reviewPosts, type ReviewPost } from './review-posts.ts';

export const blogHost = 'blog.marquee.example';

const siteName = 'Second Reel';
const origin = `https://${blogHost}`;
const places: [string, string][] = [
  ['Reviews', '/'],
  ['Feed', '/feed/'],
];
const apiLink = `<${origin}/wp-json/>; rel="https://api.w.org/"`;

/** Serves the blog: its pages, `/feed/` and `/wp-json/`. */
export const serveReviewBlog: Handler = (request) => {
  const path = request.url.pathname;
  if (path === '/wp-json/') return jsonResponse({ name: siteName, url: origin, namespaces: ['wp/v2'] });
  if (path === '/wp-json/wp/v2/posts') return answerPosts(request);
  const single = /^\/wp-json\/wp\/v2\/posts\/(\d+)$/.exec(path)?.[1];
  if (single) return answerPost(Number(single));
  if (path === '/feed/')
    return { headers: { 'content-type': 'application/rss+xml; charset=utf-8' }, body: formatFeed() };
  const post = reviewPosts.find(({ slug }) => path === `/${slug}/`);
  const body = path === '/' ? listPage() : post ? reviewPage(post) : null;
  return body === null ? null : withLink(htmlResponse(body), post);
};

function withLink(response: SiteResponse, post: ReviewPost | undefined): SiteResponse {
  const own = post
    ? `, <${origin}/wp-json/wp/v2/posts/${post.id}>; rel="alternate"; type="application/json"`
    : '';
  return { ...response, headers: { ...response.headers, link: apiLink + own } };
}

/** Answers `posts` with WordPress's parameters (`per_page`, `page`, `search`, `modified_after`, `_fields`), ETag and totals. */
function answerPosts({ url, headers }: SiteRequest): SiteResponse {
  const search = url.searchParams.get('search')?.toLowerCase() ?? '';
  const after = Date.parse(url.searchParams.get('modified_after') ?? '') || 0;
  const perPage = Number(url.searchParams.get('per_page') ?? 10);
  const page = Number(url.searchParams.get('page') ?? 1);
  const found = reviewPosts.filter(
    (post) => formatTitle(post).toLowerCase().includes(search) && Date.parse(post.modified) > after,
  );
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  if (!(perPage >= 1 && perPage <= 100))
    return refuse('rest_invalid_param', 'Invalid parameter(s): per_page');
  if (!(page >= 1 && page <= pages)) {
    return refuse(
      'rest_post_invalid_page_number',
      'The page number requested is larger than the number of pages available.',
    );
  }
  const fields = url.searchParams.get('_fields')?.split(',');
  const rows = found
    .slice((page - 1) * perPage, page * perPage)
    .map((post) => pick(describePost(post), fields));
  const etag = `"${createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16)}"`;
  const answer = jsonResponse(rows, {
    etag,
    link: apiLink,
    'x-wp-total': String(found.length),
    'x-wp-totalpages': String(pages),
  });
  return headers['if-none-match'] === etag ? { ...answer, status: 304, body: '' } : answer;
}

function answerPost(id: number): SiteResponse {
  const post = reviewPosts.find((one) => one.id === id);
  if (!post) return { ...refuse('rest_post_invalid_id', 'Invalid post ID.'), status: 404 };
  return jsonResponse(describePost(post));
}

function refuse(code: string, message: string): SiteResponse {
  return { ...jsonResponse({ code, message, data: { status: 400 } }), status: 400 };
}

function pick(row: Record<string, unknown>, fields: string[] | undefined): Record<string, unknown> {
  if (!fields) return row;
  return Object.fromEntries(Object.entries(row).filter(([name]) => fields.includes(name)));
}

function formatTitle({ film }: ReviewPost): string {
  return `${film.title} (${film.year}) – Review`;
}

function describePost(post: ReviewPost): Record<string, unknown> {
  const wordpressTime = (text: string) => text.replace('+00:00', '');
  return {
    id: post.id,
    date: wordpressTime(post.published),
    date_gmt: wordpressTime(post.published),
    modified: wordpressTime(post.modified),
    modified_gmt: wordpressTime(post.modified),
    slug: post.slug,
    type: 'post',
    status: 'publish',
    link: `${origin}/${post.slug}/`,
    title: { rendered: formatTitle(post).replace('–', '&#8211;') },
    content: { rendered: formatArticle(post), protected: false },
    excerpt: { rendered: `<p>${escapeHtml(post.verdict)}</p>\n`, protected: false },
    author: post.author.slug === 'the-projectionist' ? 1 : 2,
    categories: [3],
    tags: [],
  };
}

function formatArticle(post: ReviewPost): string {
  return post.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n');
}

function listPage(): string {
  const entries = reviewPosts.map(
    (post) => `<article class="post-${post.id} post type-post hentry"><h2 class="entry-title">
<a href="/${post.slug}/" rel="bookmark">${escapeHtml(formatTitle(post))}</a></h2>
<p class="soft">${formatByline(post)}</p><p>${escapeHtml(post.verdict)}</p></article>`,
  );
  const head = `<link rel="https://api.w.org/" href="${origin}/wp-json/">
<link rel="alternate" type="application/rss+xml" title="${siteName} &raquo; Feed" href="${origin}/feed/">`;
  const main = `<h1>${siteName}</h1><p class="soft">Reviews by people who sit through the credits.</p>${entries.join('')}`;
  return formatPage({ title: `${siteName} – film reviews`, siteName, places, head, main });
}

function formatByline({ author, published }: ReviewPost): string {
  return `By <a class="author" rel="author" href="/author/${author.slug}/">${author.name}</a>, <span class="author-role">${author.role}</span>,
<time class="entry-date published" datetime="${published}">${formatDay(published)}</time>`;
}

function formatDay(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}

function describeReview(post: ReviewPost) {
  const { film, author } = post;
  const person = (name: string) => ({ '@type': 'Person', name });
  return {
    '@context': 'https://schema.org',
    '@type': 'Review',
    name: formatTitle(post),
    url: `${origin}/${post.slug}/`,
    inLanguage: 'en',
    datePublished: post.published,
    dateModified: post.modified,
    author: { ...person(author.name), jobTitle: author.role },
    publisher: { '@type': 'Organization', name: siteName },
    reviewBody: post.paragraphs.join('\n\n'),
    reviewRating: { '@type': 'Rating', ratingValue: post.total, worstRating: 0, bestRating: 5 },
    itemReviewed: {
      '@type': 'Movie',
      name: film.title,
      datePublished: film.released,
      director: person(film.director),
      author: film.writers.map(person),
      actor: film.cast.map(person),
      genre: film.genres,
      aggregateRating: {
        '@type': 'AggregateRating',
        ratingValue: post.readers.value,
        ratingCount: post.readers.votes,
        worstRating: 0,
        bestRating: 5,
      },
    },
  };
}

function reviewPage(post: ReviewPost): string {
  const head = `<link rel="canonical" href="${origin}/${post.slug}/">
<link rel="https://api.w.org/" href="${origin}/wp-json/">
<link rel="alternate" title="JSON" type="application/json" href="${origin}/wp-json/wp/v2/posts/${post.id}">
<link rel="shortlink" href="${origin}/?p=${post.id}">
<meta property="og:type" content="article"><meta property="og:site_name" content="${siteName}">
<meta property="og:title" content="${escapeHtml(formatTitle(post))}">
${formatJsonLd(describeReview(post))}`;
  const comments = post.comments.map(
    ({ name, text }, index) => `<li id="comment-${post.id}${index}" class="comment"><b class="fn">${name}</b>
<p>${escapeHtml(text)}</p></li>`,
  );
  return formatPage({
    title: `${formatTitle(post)} – ${siteName}`,
    siteName,
    places,
    head,
    main: `<article class="post-${post.id} post type-post hentry"><h1 class="entry-title">${escapeHtml(formatTitle(post))}</h1>
<p class="entry-meta soft">${formatByline(post)}</p>
${formatFacts(post)}
<div class="entry-content">${formatArticle(post)}</div>
${formatScores(post)}
</article>
<section id="comments"><h2 class="comments-title">${post.comments.length} comments</h2><ol class="comment-list">${comments.join('')}</ol></section>`,
  });
}

function formatFacts({ film }: ReviewPost): string {
  return `<dl class="film-facts"><dt>Release date</dt><dd>${formatDay(film.released)} (${film.region})</dd>
<dt>Director</dt><dd>${film.director}</dd><dt>Writer</dt><dd>${film.writers.join(', ')}</dd>
<dt>Cast</dt><dd>${film.cast.join(', ')}</dd><dt>Genre</dt><dd>${film.genres.join(', ')}</dd></dl>`;
}

function formatScores(post: ReviewPost): string {
  const rows = post.criteria.map(
    ([name, value]) => `<tr class="review-criterion"><th scope="row">${escapeHtml(name)}</th>
<td><span class="bar" style="--part: ${value}%"></span></td><td>${value}%</td></tr>`,
  );
  const list = (name: string, items: string[]) =>
    `<h3>${name}</h3><ul class="review-${name.toLowerCase()}">${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
  return `<section class="review-box"><h2>Verdict</h2><p class="review-summary">${escapeHtml(post.verdict)}</p>
<table class="scores"><caption class="soft">Our scores</caption>${rows.join('')}</table>
<p><span class="total">${post.total}</span> <span class="soft">out of 5, total score</span></p>
<p class="review-readers">Readers' score: <b>${post.readers.value}</b> out of 5 (${post.readers.votes} votes)</p>
${list('Pros', post.pros)}${list('Cons', post.cons)}</section>`;
}

function formatFeed(): string {
  const items = reviewPosts.map(
    (post) => `<item><title>${escapeHtml(formatTitle(post))}</title><link>${origin}/${post.slug}/</link>
<dc:creator><![CDATA[${post.author.name}]]></dc:creator><pubDate>${new Date(post.published).toUTCString()}</pubDate>
<guid isPermaLink="false">${origin}/?p=${post.id}</guid><description><![CDATA[${post.verdict}]]></description>
<content:encoded><![CDATA[${formatArticle(post)}]]></content:encoded></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>${siteName}</title><link>${origin}</link><description>Film reviews</description><language>en-GB</language>
${items.join('\n')}</channel></rss>`;
}
