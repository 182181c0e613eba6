// Words of which people make a status: "noch nicht gesehen", "tittar just nu". Folded when compared; languages as in
// `header-words.data.ts`.

/** Words by what they do to the others. */
export const statusParts = {
  /** Pronouns, helping verbs and words that change nothing. */
  filler: `i ve have has had haven hasn didn it them this that one film movie the a an to up up of am my me yet ich habe hab hast schon bereits es ihn
    zu der die das den auf meiner mir te al reeds heb ik hem het om jag har den det redan att på jeg allerede jo olen jo sen on je j ai l ai l le la les
    déjà à de d en me ya he lo las los ha por para già ho da di lo l ja eu já o a os as me do na mam już go ją to się mi jsem jsi už to som to ju ho már
    ezt a az meg am l am l-am o deja să de sam već je da za уже я его её ее её до к вже я його її до το την τον έχω έχει ήδη να για ben bunu onu zaten כבר את זה אני לא-עדיין
    لقد هذا الفيلم قد phim đã film saya sudah`,
  /** Words that say no, or not yet. */
  not: `not never t no without nicht noch ungesehen nog niet inte ej ännu ikke endnu enda ennå ei en vielä pas encore non ancora aún aun todavía sin
    não nao ainda nie jeszcze ne ještě neni este ešte nem még nu încă inca nije još не ещё еще ще не δεν ακόμα değil henüz לא עוד טרם عدم لم لا بعد chưa belum`,
  want: `want wants wish would like plan planning planned going will möchte will mag wollen wil vill ska skulle vil skal ønsker haluan haluaisin aion pitää
    veux voudrais envie dois quiero querría tengo que voglio vorrei devo quero queria vou chcę chciałbym chciałabym muszę chci chtěl chtěla chcem szeretném akarom
    vreau trebuie želim hoću moram хочу хотел хотела планирую буду надо хочу треба θέλω πρέπει istiyorum רוצה צריך צריכה أريد muốn sẽ ingin mau`,
  /** To watch, as an infinitive or a noun. */
  watch: `watch see view watching sehen schauen ansehen anschauen gucken angucken kijken bekijken zien se titta kolla ses katsoa nähdä katsominen voir regarder ver verla
    verlo mirar vedere guardare vederlo vederla guardarlo assistir ver obejrzeć zobaczyć oglądać obejrzenia vidět shlédnout zhlédnout zhlédnutí vidění vidieť pozrieť
    nézni megnézni látni vedea viziona văd văzut gledati pogledati gledanje смотреть посмотреть увидеть просмотру просмотра дивитися подивитися побачити перегляду δω izlemek
    seyretmek לראות לצפות צפייה مشاهدته مشاهدة xem menonton`,
  /** Has watched. */
  seen: `saw seen watched geschaut gesehen angeschaut gezien bekeken gekeken sett sedd set nähnyt nähty katsonut katsottu vu vue vus regardé visto vista vi visionado visionata visionato guardato
    assisti assistido obejrzałem obejrzałam widziałem widziałam zobaczone zobaczony widziany viděl viděla viděno shlédnuto neviděno videl videla pozreté láttam látott megnéztem văzut vizionat gledao gledala pogledao
    смотрел смотрела посмотрел посмотрела видел видела дивився дивилася подивився подивилася бачив бачила гледах δει είδα izledim izlemedim seyredildi seyrettim ראיתי צפיתי شاهدته شاهدت أشاهده مشاهدته`,
  now: `now currently just halfway gerade aktuell momentan nu just nyt parhaillaan nå train actuellement ahora actualmente ora sto agora estou właśnie teraz právě práve
    éppen most acum сейчас зараз τώρα anda şu עכשיו الآن`,
  watching: `watching schaue gucke sehe kijk tittar kollar ser katson regarde viendo viéndola viéndolo vedo guardando guardo assistindo vendo oglądam sleduji koukám rozkoukané
    pozerám nézem uit gledam смотрю дивлюсь дивлюся гледам βλέπω παρακολουθώ izliyorum צופה أشاهد đang`,
  finish: `finish finished complete completed end fertig ende zu-ende afgekeken uit slut färdig klar ferdig loppuun terminé fini terminada terminado acabada acabado
    finito dokończone dokończyłem skończyłem nedokoukáno dokoukáno dokoukal dokončené nedokončené досмотрел досмотрела додивився bitirdim bitmedi أكمل أكمله`,
  stop: `stopped stop quit turned off abandon gestopt slutade jätin dejé mollato larguei parei zostawiłem przerwałem przestałem přestal забросил забросила перестал покинув
    bıraktım נטשתי הפסקתי`,
} as const satisfies Record<string, string>;
