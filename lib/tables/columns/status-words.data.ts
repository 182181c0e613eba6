// Words of cells about whether a film was seen, folded when compared. Languages as in `header-words.data.ts`; phrases are
// separated by commas.

/** What a status says, by meaning. */
export const statusWords = {
  watched: `finished watching, 見終わった, 観終わった, 視聴完了, 봤어요, 봤다, 시청완료, 다 봤음, 다 봄, 看完了, 已觀看, 觀看過, gledao, gledala, zobaczone, zobaczony, watched, seen, viewed, completed, complete, finished, done, watched it, already watched, already seen, played, history,
    gesehen, geschaut, angeschaut, abgeschlossen, fertig, gekeken, bekeken, gezien, voltooid, sedd, sett, tittad, klar, set, færdig,
    afsluttet, ferdig, fullført, katsottu, nähty, valmis, vu, vue, vus, déjà vu, terminé, terminée, visionné, visto, vista, ya vista, ya visto, vistos, vistas,
    terminado, terminada, completado, completada, finito, completato, già visto, visionato, assistido, assistida, já visto, já vi, concluído, concluída,
    văzut, vizionat, terminat, finalizat, vist, obejrzane, obejrzany, obejrzana, obejrzałem, obejrzałam, widziałem, widziałam, widziane, ukończone, zakończone, zhlédnuto, viděno,
    viděl, dokončeno, videné, pozreté, dokončené, megnéztem, megnézve, megnézett, láttam, befejezett, kész, pogledano, gledano, odgledano, vaadatud, noskatīts,
    peržiūrėta, žiūrėta, просмотрено, просмотрен, просмотрела, просмотрел, посмотрел, посмотрела, посмотрено, смотрел, смотрела, видел, завершено, переглянуто, переглянув,
    дивився, бачив, бачила, гледан, гледано, είδα, το είδα, προβλήθηκε, ολοκληρώθηκε, izlendi, izledim, seyrettim, bitti, tamamlandı, נצפה, ראיתי, צפיתי, הושלם,
    شوهد, تمت المشاهدة, شاهدت, شاهدته, مكتمل, تماشا شده, دیده شده, देखा, đã xem, xong, sudah ditonton, ditonton, selesai, ดูแล้ว, 鑑賞済み, 鑑賞済, 視聴済み, 視聴済, 観た, 見た, 済,
    완료, 봤음, 봄, 관람, 관람 완료, 시청 완료, 시청함, 看过, 看過, 已看, 已观看, 已看過, 看完, 完成`,
  planned: `on my list, on the list, auf der liste, auf meiner liste, auf der watchlist, next up, in queue, in the queue, w kolejce, katselulistalla, na liście, на потом, これから見る, これから観る, まだ見ていない, 보고 싶어요, 보고 싶음, 보고 싶다, 아직 안 봄, 아직 못 봄, 还没看, 還沒看, 没看, 沒看, 尚未观看, want to see, wants to see, would like to see, i want to see, möchte ich sehen, möchte ich noch sehen, möchte sehen, will ich noch sehen, will ich schauen, je veux voir, veux voir, quiero verla, quiero verlo, me gustaría ver,
    gostaria de ver, vorrei guardare, chciałbym obejrzeć, chciałabym obejrzeć, chci vidět ještě, jag vill se, jeg vil se, haluan nähdä, to watch, towatch, plan to watch, plantowatch, planned, planning, plan, want to watch, wants to watch, watchlist, wishlist,
    watch later, unwatched, not watched, not seen, unseen, not yet, backlog, queue, queued, up next, next, pending, todo, to do, to see, not started,
    interested, someday, zu sehen, noch sehen, noch zu sehen, noch schauen, anschauen, ansehen, geplant, ungesehen, nicht gesehen, merkliste, wunschliste,
    will ich sehen, offen, noch nicht gesehen, te kijken, nog kijken, nog te zien, wil ik zien, gepland, niet gezien, kijklijst, att se, vill se, planerad, ej sedd,
    osedd, vil se, skal ses, planlagt, ikke set, å se, skal se, ikke sett, katsomatta, aion katsoa, haluan katsoa, suunniteltu, katsottava, ei katsottu, à voir, a voir, envie,
    prévu, envie de voir, pas vu, non vu, à regarder, pendiente, pendientes, por ver, para ver, quiero ver, no vista, no visto, sin ver, planeado, da vedere, vorrei vedere, voglio vedere, non visto,
    in programma, para assistir, a assistir, quero ver, quero assistir, não visto, não assistido, planejado, de văzut, vreau să văd, nevăzut, per veure, pendent, do obejrzenia, chcę zobaczyć,
    chcę obejrzeć, planowane, nieobejrzane, niewidziane, w planach, k vidění, chci vidět, ke zhlédnutí, neviděno, plánováno, chcem vidieť, na pozretie, nevidené, megnézendő, meg akarom nézni, tervezett, nem láttam,
    várólista, za gledanje, želim pogledati, nije pogledano, tahan vaadata, gribu redzēt, noriu pamatyti, планирую, буду смотреть, хочу посмотреть, к просмотру,
    запланировано, не просмотрено, не смотрел, не смотрела, в планах, хочу, хочу подивитися, буду дивитися, заплановано, не переглянуто, не бачив, искам да гледам, за гледане, θέλω να δω, προς προβολή, για προβολή,
    να δω, δεν το είδα, izlenecek, izleyeceğim, izlemek istiyorum, planlandı, izlenmedi, לצפייה, רוצה לראות, לראות, לא נצפה, מתוכנן, للمشاهدة, أريد مشاهدته, لم يشاهد, مخطط, سأشاهد, میخواهم ببینم, sẽ xem, muốn xem, chưa xem, ingin ditonton,
    belum ditonton, จะดู, อยากดู, ยังไม่ได้ดู, 見たい, 観たい, 未視聴, 未鑑賞, 未見, これから, 보고 싶어요, 볼 예정, 볼 것, 예정, 안 봄, 미시청, 想看, 待看, 未看, 计划看, 計劃觀看`,
  watching: `halfway, pågående, rozkoukané, en train de regarder, 見ている途中, 観ている途中, 見てる, 시청 중, 보는 중, watching, currently watching, in progress, started, continue watching, ongoing, partially watched, half watched, schaue gerade,
    schaue ich, am schauen, angefangen, läuft, begonnen, bezig, aan het kijken, tittar, tittar på, pågår, påbörjad, ser, ser på, i gang, i gang med, kesken, katson, katsomassa,
    en cours, je regarde, commencé, viendo, en curso, en progreso, empezada, empezado, guardando, in corso, in visione, iniziato, assistindo, vendo, em andamento, em curso, urmăresc, în curs, mirant,
    oglądam, w trakcie, rozpoczęte, sleduji, rozkoukáno, probíhá, pozerám, nézem, folyamatban, elkezdett, gledam, u tijeku, vaatan, skatos, žiūriu, смотрю, в процессе, начато, дивлюся, в процесі, гледам, βλέπω, παρακολουθώ, σε εξέλιξη,
    izliyorum, devam ediyor, izleniyor, צופה, בצפייה, באמצע, أشاهد, قيد المشاهدة, أشاهده الآن, đang xem, sedang ditonton, กำลังดู, 視聴中, 鑑賞中, 見ている, 시청 중, 보는 중, 보는중, 在看, 正在看, 觀看中`,
  paused: `paused, on hold, onhold, on-hold, hold, on a hold, pausiert, unterbrochen, gepauzeerd, onderbroken, pausad, på paus, sat på pause, satt på pause, pause, tauolla,
    en pause, en attente, en pausa, pausada, pausado, in pausa, sospeso, em pausa, em espera, în pauză, wstrzymane, pozastaveno, pozastavené, szünetel, pauzirano, приостановлено, отложено,
    на паузе, призупинено, відкладено, на пауза, σε παύση, σε αναμονή, beklemede, duraklatıldı, מושהה, בהשהיה, متوقف مؤقتا, معلق, tạm dừng, ditunda, 一時停止, 中断, 보류, 일시 중지, 搁置, 擱置, 暂停`,
  dropped: `stopped watching, turned off, turned it off, nedokončené, nie dokończone, mollato, la dejé, lo dejé, 보다 말았음, 보다 맒, 没看完, 沒看完, 見るのをやめた, dropped, abandoned, quit, gave up, did not finish, didn't finish, dnf, stopped, unfinished, walked out, discontinued, abgebrochen, aufgegeben, nicht beendet, afgebroken, gestopt,
    avbruten, gav upp, avbrudt, opgivet, droppet, avbrutt, gitt opp, keskeytetty, jätetty kesken, abandonné, abandonnée, arrêté, laissé tomber, abandonada, abandonado, dejada, abandonato,
    abbandonato, interrotto, abandonei, desisti, abandonat, porzucone, przerwane, porzucony, nedokoukáno, odloženo, přerušeno, nedopozerané, abbahagyva, abbahagytam, félbehagyott, félbehagyva, odustao, napušteno,
    pooleli, pamests, mestas, брошено, бросил, бросила, заброшено, кинуто, покинуто, кинув, изоставен, παρατήθηκε, το παράτησα, εγκαταλείφθηκε, bırakıldı, yarım bıraktım, yarıda bıraktım, ננטש, הופסק, نزلت, تركته, توقفت, متروك,
    bỏ dở, dihentikan, เลิกดู, 途中でやめた, 中止, 挫折, 断念, 중단, 하차, 포기, 弃, 弃剧, 放弃, 抛弃, 棄`,
  liked: `liked, favorite, favourite, favorites, favourites, loved, favorit, liebling, favoriet, favori, coup de coeur, favorito, favorita, preferito, ulubione, ulubiony, oblíbené, kedvenc,
    omiljeno, любимое, избранное, улюблене, αγαπημένο, favorim, מועדף, المفضلة, yêu thích, お気に入り, 즐겨찾기, 喜欢, 最爱`,
  owned: `owned, own, in collection, collected, collection, vorhanden, im besitz, besitze ich, bezit, in bezit, äger, ägd, ejer, eier, omistan, possédé, tengo, en colección, posseduto,
    tenho, na coleção, deținut, posiadam, posiadane, vlastním, megvan, imam, есть в коллекции, в коллекции, є в колекції, έχω, sahibim, ברשותי, أملكه, 所有, 所持, 소장, 拥有, 已有`,
  rated: `rated, rating, ratings, bewertet, noté, calificada, votato, oceniono, оценено, 評価済み, 已评分`,
  rewatched: `rewatched, rewatch, rewatching, watched again, repeating, repeat, re-watched, erneut gesehen, wieder gesehen, wiedergesehen, herzien, opnieuw gezien, omsedd, genset, revu, revue, revisto,
    revisionado, vista de nuevo, rivisto, obejrzane ponownie, znovu viděno, újranézve, пересмотрено, пересмотрел, переглянуто знову, tekrar izledim, 再鑑賞, 再視聴, 재관람, 重看`,
} as const satisfies Record<string, string>;

/** What a cell says about a film: seen, to be seen, and so on. */
export type Status = keyof typeof statusWords;

/** Cells that say yes and no. */
export const answerWords = {
  yes: `yes, y, true, t, 1, x, ✓, ✔, ✔️, ✅, ☑, ☑️, 👍, ❤, ❤️, ♥, ♥️, 💚, on, checked, ja, j, oui, vrai, si, sí, sì, v, vero, verdadero, sim, s, verdadeiro, da, d, adevărat, tak, prawda, ano, pravda, áno, igen, i, igaz,
    jah, jā, taip, kyllä, tosi, sant, да, истина, так, ναι, αληθές, evet, e, doğru, כן, נכון, نعم, بله, हाँ, có, ya, benar, ใช่, はい, ○, ◯, 예, 네, o, 是, 有, 真, 对`,
  no: `no, n, false, f, 0, ✗, ✘, ✖, ❌, ☐, 👎, off, unchecked, nein, falsch, non, faux, falso, não, nao, nu, fals, nie, fałsz, ne, nepravda, nem, hamis, ei, nē, epätosi, nee, nej, nei, falskt, usant,
    нет, ложь, ні, не, όχι, ψευδές, hayır, h, yanlış, לא, לא נכון, لا, نه, नहीं, không, tidak, ไม่, いいえ, ×, 아니오, 아니요, 否, 无, 假, 没有`,
} as const;
