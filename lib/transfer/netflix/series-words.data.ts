/**
 * The words that Netflix writes between a series and its episode, in the languages of its profiles and their neighbours;
 * in lower case. A number stands before or after the words for a season, a part, a chapter and an episode.
 */
export const seriesWords = {
  season: [
    'season|series|collection|staffel|saison|temporada|stagione|seizoen|säsong|sæson|sesong|kausi|þáttaröð',
    'sezon|sezonul|řada|sezóna|séria|sezona|évad|hooaeg|sezonas|denboraldia|σεζόν|κύκλος|сезон|сезона',
    '시즌|기|シーズン|シリーズ|期|季|الموسم|موسم|עונה|ซีซั่น|ซีซัน|ปี|musim|mùa|सीज़न',
  ],
  part: [
    'part|volume|vol\\.?|book|act|teil|band|buch|partie|livre|acte|parte|volumen|libro|livro|acto|ato|capitolo|atto',
    'deel|boek|del|bok|akt|bind|osa|kirja|część|tom|księga|část|svazek|kniha|časť|rész|kötet|könyv|partea|volumul|cartea',
    'kısım|bölüm|cilt|kitap|μέρος|τόμος|βιβλίο|часть|том|книга|частина|dio|svezak|knjiga|파트|부|볼륨|パート|部|巻|冊|卷',
    'الجزء|جزء|المجلد|חלק|כרך|ספר|พาร์ท|ภาค|bagian|jilid|buku|phần|quyển|भाग|chapter',
  ],
  /** Films have chapters, too, but few of them. */
  chapter: [
    'chapter|kapitel|chapitre|capítulo|capitulo|hoofdstuk|kapittel|luku|rozdział|kapitola|fejezet|capitolul',
    'κεφάλαιο|глава|розділ|poglavlje|章|장|الفصل|chương|bab',
  ],
  episode: [
    'episode|ep\\.?|folge|épisode|episodio|episódio|puntata|aflevering|avsnitt|afsnit|jakso|odcinek|epizoda|epizóda|díl|diel',
    'epizód|episodul|επεισόδιο|серия|серія|эпизод|епізод|епизод|화|회|편|エピソード|話|回|集|話數|الحلقة|حلقة|פרק|ตอนที่|ตอน|tập|एपिसोड',
  ],
  /** Whole parts: words for a series of one season, and in Turkish the word for a series. */
  limited: [
    'limited series|mini[ -]?series|event series|miniserie|mini-?série|serie limitada|série limitée|série limitada',
    'miniserie limitata|serie limitata|begränsad serie|begrænset serie|begrenset serie|minisarja|miniszeria|serial limitowany',
    'miniserial|miniss?érie|minisorozat|mini dizi|dizi|μίνι σειρά|мини-?сериал|мінісеріал|міні-серіал|miniserija|미니시리즈',
    '리미티드 시리즈|리미티드시리즈|リミテッドシリーズ|ミニシリーズ|限定劇|限定剧|迷你剧|迷你影集|限定影集|限定系列|مسلسل محدود|مسلسل قصير|מיני-?סדרה|סדרה מוגבלת',
    'มินิซีรีส์|ลิมิเต็ดซีรีส์|serial terbatas|miniseri|loạt phim giới hạn|phim bộ giới hạn|लिमिटेड सीरीज़|the series|la serie|la série',
  ],
} as const;
