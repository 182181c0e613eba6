// Words for works that are not films, folded when compared; phrases are separated by commas. A word also counts with more
// beside it ("Сериал (мини)"). What English and IMDb say is in `title-types.ts` and `work-kinds.ts`.

/** Words of a column of kinds, by the reason for which a row is left out. */
export const otherKindWords = {
  season: `season, staffel, saison, temporada, stagione, seizoen, säsong, sæson, sesong, kausi, sezon, sezona, évad, řada, сезон, シーズン, 시즌, 季`,
  episode: `episode, folge, épisode, episodio, episódio, aflevering, avsnitt, afsnit, jakso, odcinek, epizoda, epizód, серия, серія, эпизод, епізод,
    επεισόδιο, bölüm, פרק, حلقة, エピソード, 에피소드, 集, tvepisode`,
  series: `tv, tv show, show, shows, series, tv series, mini series, miniseries, limited series, tvseries, tvminiseries, ova, ona, serie, fernsehserie, tv serie, mini serie, miniserie, série, série tv, série télévisée,
    mini série, séries, serie de tv, serie tv, séria, serial, seriál, sorozat, tévésorozat, tv sorozat, serija, tv serija, serial tv, minisérie, sarja, tv sarja, minisarja, tv series, сериал, серіал, телесериал, дорама, σειρά, τηλεοπτική σειρά,
    dizi, tv dizisi, סדרה, סדרת טלוויזיה, مسلسل, سریال, phim bộ, ドラマ, テレビドラマ, シリーズ, 드라마, tv 시리즈, 시리즈, 剧集, 电视剧, 電視劇, 剧, 连续剧`,
  anime: `anime, anime series, anime tv, アニメ, 애니메이션 시리즈, 番剧`,
  manga: `manga, manhwa, manhua, 漫画`,
  book: `book, books, comic, comics, novel, novels, graphic novel, audiobook, buch, boek, bok, bog, kirja, livre, libro, livro, carte, llibre, książka, kniha, könyv, knjiga, книга, роман, βιβλίο, kitap, ספר, كتاب, 本, 書籍, 책, 图书, 书, 書`,
  game: `game, games, video game, videogame, board game, spiel, videospiel, computerspiel, jeu, jeu vidéo, juego, videojuego, gioco, videogioco, jogo, spel, spil, spill, peli, gra, hra, játék, igra, игра, гра, παιχνίδι, oyun, משחק, لعبة, ゲーム, 게임, 游戏, 遊戲`,
  podcast: `podcast, podcasts, подкаст, ポッドキャスト, 팟캐스트, 播客`,
  music: `album, albums, music, song, track, audio, musik, musique, música, musica, muzyka, hudba, zene, музыка, музика, μουσική, müzik, מוזיקה, موسيقى, 音楽, 음악, 音乐, 音樂, artist, cd, vinyl, lp`,
  'music-video': `music video, musikvideo, clip, videoclip, musicvideo`,
  special: `special, tv special, tvspecial, stand up, standup, trailer, teaser`,
} as const satisfies Record<string, string>;
