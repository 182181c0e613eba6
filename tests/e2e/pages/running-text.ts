// An article that names films in the ways that running text does.

/** Updates its paragraphs as React does: it keeps references to its text nodes and writes into them. */
const script = `<script>
const words = (id) => document.querySelector(id).firstChild;
window.first = words('#plain');
window.rewrite = (text) => { window.first.data = text; };
</script>`;

export const runningText = {
  url: 'https://blog.marquee.example/films-that-stay/',
  html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Films that stay with you</title>
<link rel="icon" href="data:,"><style>body { font: 16px/1.5 Georgia, serif; width: 560px; margin: 20px }</style></head>
<body><article><h1>Films that stay with you</h1>
<p>Every critic keeps a short list of films, and this is the one that our readers have asked for since last summer.</p>
<section><p id="plain">No film taught the summer more than Jaws (1975), and no director was younger when he made one. Beside it stands Alien (1979), a film of another kind.</p></section>
<section><p id="quoted">When Christopher Nolan made the film “Inception” (2010), nobody had asked for it; the audience came all the same.</p></section>
<section><p id="set">Before it the director had made <em>Memento</em> (2000), a film told backwards, which few had seen.</p></section>
<section><p id="linked">The film <a href="/about/"><em>Ratatouille</em></a> (2007), directed by Brad Bird, is about a cook.</p></section>
<section><p id="prose">It was up to us to tell her; up there, 300 of them, on the crash of the island, in the fog.</p></section>
<section><p id="typed" contenteditable="true">My own favourite film is District 9 (2009), said one reader.</p></section>
</article>${script}</body></html>`,
};
