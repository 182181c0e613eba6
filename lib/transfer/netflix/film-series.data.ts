/**
 * Names of series of films with four or more titles behind a colon, in lower case and in several languages: many titles
 * with one of them are no episodes. The English ones are those of the built-in film data whose films have reviews.
 */
export const filmSeries: ReadonlySet<string> = new Set(
  [
    'star wars|star trek|batman|x-men|spider-man|spiderman|captain america|transformers|ice age|insidious|hellraiser',
    'resident evil|underworld|mission|the hunger games|pirates of the caribbean|the twilight saga|wallace & gromit',
    'harry potter|jurassic park|jurassic world|the lord of the rings|the hobbit|the chronicles of narnia|avengers|thor',
    'planet of the apes|mad max|madagascar|barbie|godzilla|the conjuring|the purge|fast & furious|saw|rambo|the fast saga',
    'piratas del caribe|piratas do caribe|pirates des caraïbes|pirati dei caraibi|fluch der karibik|piraci z karaibów',
    'karayip korsanları|piráti z karibiku|пираты карибского моря|캐리비안의 해적|パイレーツ・オブ・カリビアン',
    'los juegos del hambre|jogos vorazes|hunger games|die tribute von panem|igrzyska śmierci|açlık oyunları|헝거게임',
    'el señor de los anillos|o senhor dos anéis|le seigneur des anneaux|il signore degli anelli|der herr der ringe',
    'władca pierścieni|yüzüklerin efendisi|pán prstenů|властелин колец|반지의 제왕|ロード・オブ・ザ・リング',
    'la saga crepúsculo|a saga crepúsculo|vengadores|les gardiens|звёздные войны|звездные войны|yıldız savaşları',
    'misión|missão|missione|görev|миссия невыполнима|미션 임파서블|スター・ウォーズ|스타워즈|la era de hielo|a era do gelo|l’âge de glace',
  ].flatMap((names) => names.split('|')),
);
