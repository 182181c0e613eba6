/** WordPress's posts endpoint (developer.wordpress.org/rest-api/reference/posts, read 2026-11). */
export const wordpressPosts = [
  {
    id: 117,
    date: '2026-03-15T08:30:00',
    date_gmt: '2026-03-14T19:30:00',
    modified_gmt: '2026-03-15T08:00:00',
    link: 'https://blog.example/her/',
    title: { rendered: 'Her &amp; him &#8211; Review' },
    excerpt: { rendered: '<p>A love story, &ldquo;quiet&rdquo;.</p>\n', protected: false },
    content: {
      rendered:
        '<p>Theodore writes letters.</p><p><strong>Director:</strong> Spike Jonze</p><script>alert(1)</script><p>Rating: 4/5</p>',
      protected: false,
    },
    _embedded: { author: [{ id: 3, name: 'Ann &amp; Bo' }] },
  },
];

/** An RSS 2.0 feed as WordPress writes it. */
export const rssFeed = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Second Reel &amp; Co</title><link>https://blog.example/</link>
<item><title>Her &amp;amp; him &#8211; Review</title><link>https://blog.example/her/</link>
<dc:creator><![CDATA[The Projectionist]]></dc:creator><pubDate>Sat, 14 Mar 2026 19:30:00 +0000</pubDate>
<guid isPermaLink="false">https://blog.example/?p=117</guid>
<description><![CDATA[<p>A love story.</p>]]></description>
<content:encoded><![CDATA[<p>Theodore writes letters.</p><p>Rating: 4/5</p>]]></content:encoded></item>
</channel></rss>`;
