// The words of generated logs.
const split = (text: string): string[] => text.split(', ');

export const adjectives = split(
  'Quiet, Last, Silver, Broken, Northern, Hidden, Second, Burning, Winter, Crimson, Patient, Hollow, Distant, Golden, Sleeping, Restless, Paper, Glass, Borrowed, Endless, Bitter, Gentle, Iron, Lonely, Midnight, Forgotten, Invisible, Perfect, Salt, Ordinary',
);
export const nouns = split(
  'Harbour, Orchard, Letters, Station, Garden, Mountain, Summer, Window, Bridge, Detective, Sisters, Lighthouse, Season, River, Passenger, Kingdom, Promise, Storm, Shadow, Waltz, Island, Machine, Stranger, Fever, Horizon, Circus, Tailor, Widow, Astronaut, Cartographer, Interpreter, Beekeeper, Violin, Avalanche, Carnival, Fortress, Meadow, Parade, Satellite, Tide',
);
export const firstNames = split(
  'Ana, Bruno, Chloé, Dmitri, Elif, Farah, Goran, Hana, Ingrid, Joaquín, Kenji, Léa, Mirela, Nuno, Olga, Paul, Rosa, Søren, Tomás, Yuki',
);
export const lastNames = split(
  'Almeida, Becker, Castellano, Dvořák, Eriksen, Fontaine, Grünwald, Haddad, Ito, Jansen, Kowalski, Laurent, Moreau, Novak, Okafor, Petrov, Quintero, Rossi, Sato, Tanaka, Ünal, Vargas, Weiss, Yılmaz, Zhang',
);
export const genres = split(
  'Drama, Comedy, Thriller, Science fiction, Horror, Romance, Documentary, Animation, Crime, Western, Adventure, War',
);
export const countries = split(
  'United States, United Kingdom, France, Germany, Japan, Italy, South Korea, Brazil, Sweden, Spain, Poland, India',
);
export const languages = split(
  'English, English, English, French, German, Japanese, Italian, Korean, Spanish',
);
export const places = split('at home, Odeon, Filmhaus, on the train, Open-air cinema, Rio');
export const companies = split('Mirela, the film club, Paul and Rosa, Dad');
export const tags = split(
  'rewatch club, sci-fi, festival, blu-ray, with subtitles, top ten, hallowe’en, oscars, 35 mm',
);
export const sentences = [
  'The middle drags, but what an ending.',
  'I had forgotten how funny the first half is.',
  'Beautiful to look at, and colder than I remembered.',
  'The score alone is worth the ticket.',
  'Two people talk in a kitchen for an hour, and I never looked at the clock.',
  'Nobody told me there would be a dog.',
  'It borrows from everything and still feels like nothing else.',
  'Somebody snored two rows behind; it fitted.',
];
