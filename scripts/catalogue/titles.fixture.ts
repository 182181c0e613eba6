/**
 * 150 titles as people and pages give them. A line: title | year given | year of the film that is meant. Without a year
 * given, the film that is meant is the recent one; `none` is a film that no catalogue has, and that nothing may stand for.
 */
export const titleTable = `
Dune | 1984 | 1984
Dune | 2021 | 2021
Dune: Part Two | 2024 | 2024
Dune | | 2021
The Batman | 2022 | 2022
The Batman | | 2022
Batman | 1989 | 1989
Batman | 1966 | 1966
Little Women | 1933 | 1933
Little Women | 1949 | 1949
Little Women | 1994 | 1994
Little Women | 2019 | 2019
Little Women | | 2019
A Star Is Born | 1937 | 1937
A Star Is Born | 1954 | 1954
A Star Is Born | 1976 | 1976
A Star Is Born | 2018 | 2018
A Star Is Born | | 2018
Suspiria | 1977 | 1977
Suspiria | 2018 | 2018
Suspiria | | 2018
West Side Story | 1961 | 1961
West Side Story | 2021 | 2021
West Side Story | | 2021
Nosferatu | 1922 | 1922
Nosferatu | 2024 | 2024
Nosferatu | | 2024
The Invisible Man | 1933 | 1933
The Invisible Man | 2020 | 2020
The Invisible Man | | 2020
True Grit | 1969 | 1969
True Grit | 2010 | 2010
Total Recall | 1990 | 1990
Total Recall | 2012 | 2012
RoboCop | 1987 | 1987
RoboCop | 2014 | 2014
Ghostbusters | 1984 | 1984
Ghostbusters | 2016 | 2016
Scarface | 1932 | 1932
Scarface | 1983 | 1983
King Kong | 1933 | 1933
King Kong | 1976 | 1976
King Kong | 2005 | 2005
Pinocchio | 1940 | 1940
Pinocchio | 2022 | 2022
Pinocchio | | 2022
The Little Mermaid | 1989 | 1989
The Little Mermaid | 2023 | 2023
The Little Mermaid | | 2023
Road House | 1989 | 1989
Road House | 2024 | 2024
Road House | | 2024
Mean Girls | 2004 | 2004
Mean Girls | 2024 | 2024
Mean Girls | | 2024
Wonka | 2023 | 2023
The Color Purple | 1985 | 1985
The Color Purple | 2023 | 2023
The Color Purple | | 2023
All Quiet on the Western Front | 1930 | 1930
All Quiet on the Western Front | 2022 | 2022
All Quiet on the Western Front | | 2022
Snow White | 2025 | 2025
Snow White | | 2025
The Running Man | 1987 | 1987
The Running Man | 2025 | 2025
The Running Man | | 2025
Candyman | 1992 | 1992
Candyman | | 2021
Crash | 1996 | 1996
Crash | 2004 | 2004
Twilight | 2008 | 2008
Twilight | 1998 | 1998
The Square | 2017 | 2017
The Square | 2013 | 2013
The Fall Guy | 2024 | 2024
Oldboy | 2003 | 2003
Oldboy | 2013 | 2013
Let the Right One In | 2008 | 2008
Let Me In | 2010 | 2010
The Departed | 2006 | 2006
Infernal Affairs | 2002 | 2002
Solaris | 1972 | 1972
Solaris | 2002 | 2002
The Thing | 1982 | 1982
The Thing | 2011 | 2011
The Fly | 1958 | 1958
The Fly | 1986 | 1986
Psycho | 1960 | 1960
Psycho | 1998 | 1998
Oppenheimer | 2023 | 2023
Barbie | 2023 | 2023
Poor Things | 2023 | 2023
Past Lives | 2023 | 2023
Anora | 2024 | 2024
Conclave | 2024 | 2024
The Substance | 2024 | 2024
Sinners | 2025 | 2025
Everything Everywhere All at Once | | 2022
Everything Everywhere All at Once | 2022 | 2022
Spider-Man: Across the Spider-Verse | | 2023
Mad Max: Fury Road | | 2015
The Grand Budapest Hotel | | 2014
Eternal Sunshine of the Spotless Mind | | 2004
The Lord of the Rings: The Fellowship of the Ring | | 2001
Harry Potter and the Prisoner of Azkaban | | 2004
Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb | | 1964
O Brother, Where Art Thou? | | 2000
Snow White and the Seven Dwarfs | | 1937
Who Framed Roger Rabbit | | 1988
The Hitchhiker's Guide to the Galaxy | | 2005
Birds of Prey | 2020 | 2020
Das Leben der Anderen | 2006 | 2006
Das Leben der Anderen | | 2006
Le fabuleux destin d'Amélie Poulain | 2001 | 2001
Le fabuleux destin d'Amélie Poulain | | 2001
La vita è bella | 1997 | 1997
Sen to Chihiro no kamikakushi | 2001 | 2001
千と千尋の神隠し | 2001 | 2001
기생충 | 2019 | 2019
Hauru no ugoku shiro | 2004 | 2004
Shichinin no samurai | 1954 | 1954
Ladri di biciclette | 1948 | 1948
Le salaire de la peur | 1953 | 1953
Les quatre cents coups | 1959 | 1959
Det sjunde inseglet | 1957 | 1957
El laberinto del fauno | 2006 | 2006
Cidade de Deus | 2002 | 2002
Der Untergang | 2004 | 2004
Good Bye Lenin! | 2003 | 2003
Jagten | 2012 | 2012
La haine | 1995 | 1995
Mononoke-hime | 1997 | 1997
Los abrazos rotos | 2009 | 2009
Im Westen nichts Neues | 2022 | 2022
Anatomie d'une chute | 2023 | 2023
Se7en | 1995 | 1995
Seven Samurai | 1954 | 1954
WALL-E | 2008 | 2008
Fast & Furious | 2009 | 2009
Star Wars: Episode IV - A New Hope | 1977 | 1977
Mission: Impossible - Fallout | 2018 | 2018
Les Misérables | 2012 | 2012
Les Misérables | 2019 | 2019
Quiet Harbour of the Lanterns | 2031 | none
Quiet Harbour of the Lanterns | | none
The Batman Returns to Bielefeld | | none
Dune | 2033 | none
Gladiator III | 2027 | none
Titanic | 1961 | none
`;
