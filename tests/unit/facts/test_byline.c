#include "base/timestamp.h"
#include "facts/byline.h"
#include "unit.h"

// What the line is read as, and the day: `published 2024-05-03`; `none`.
static void reads(const char *line, enum date_order order, const char *wanted, const char *file, int at)
{
    static const char *const names[] = {"none", "day", "placed", "signed", "dateline", "updated", "dated", "published"};
    int32_t days = 0;
    enum byline kind = byline_read(str_from(line), order, &days);
    char day[TIMESTAMP_SIZE], got[64];
    timestamp_print(days * INT64_C(86400000000), day);
    snprintf(got, sizeof got, kind == BYLINE_NONE ? "none" : "%s %.10s", names[kind], day);
    if (strcmp(got, wanted) == 0) return;
    print_error("%s\ngot:    %s\nwanted: %s\n", line, got, wanted);
    _fail(file, at);
}
#define assert_line(line, wanted) reads((line), DATE_ORDER_UNKNOWN, (wanted), __FILE__, __LINE__)
#define assert_none(line)         assert_line((line), "none")

static void labels(void **state)
{
    (void)state;
    assert_line("Published: May 3, 2024", "published 2024-05-03");
    assert_line("Posted on May 3rd, 2024 by Ann Lee in Boats, Nets | 4 comments", "published 2024-05-03");
    assert_line("First published on Friday, 3 May 2024 at 10:15 AM EST", "published 2024-05-03");
    assert_line("Date: May 3, 2024", "dated 2024-05-03");
    assert_line("Datum der Veröffentlichung: 3.5.2024", "published 2024-05-03");
    assert_line("Veröffentlicht am 3. Mai 2024 um 10:15 Uhr", "published 2024-05-03");
    assert_line("Publié le 3 mai 2024 à 22h23", "published 2024-05-03");
    assert_line("Publicado el 3 de mayo de 2024", "published 2024-05-03");
    assert_line("Pubblicato il: 3 maggio 2024", "published 2024-05-03");
    assert_line("Publicado em 3 de maio de 2024", "published 2024-05-03");
    assert_line("Gepubliceerd op 3 mei 2024", "published 2024-05-03");
    assert_line("Опубликовано 3 мая 2024 г.", "published 2024-05-03");
    assert_line("Дата публикации: 3 мая 2024 г.", "dated 2024-05-03");
    assert_line("Добавлено: 03.05.2024", "published 2024-05-03");
    assert_line("Inserito il 3 maggio 2024", "published 2024-05-03");
    assert_line("Toegevoegd op 3 mei 2024", "published 2024-05-03");
    assert_line("Opublikowano: 3 maja 2024", "published 2024-05-03");
    assert_line("Yayınlanma tarihi: 3 Mayıs 2024", "published 2024-05-03");
    assert_line("发布时间：2024年5月3日", "published 2024-05-03");
    assert_line("公開日 2024年5月3日", "published 2024-05-03");
    assert_line("Dieser Beitrag wurde am 3. Mai 2024 um 15:21 Uhr veröffentlicht.", "published 2024-05-03");
}

static void labels_alone(void **state)
{
    (void)state;
#define assert_label(line, wanted) assert_int_equal(byline_label(STR(line)), BYLINE_LABEL_##wanted)
    assert_label("Published", DATE);
    assert_label("Veröffentlicht am:", DATE);
    assert_label("Geplaatst op:", DATE);
    assert_label("Date:", NONE);
    assert_label("Publications", NONE);
    assert_label("Available until:", OTHER);
    assert_label("Place and date:", OTHER);
    assert_label("Available until", NONE);
    assert_label("", NONE);
}

static void changes(void **state)
{
    (void)state;
    assert_line("Updated on May 3, 2024", "updated 2024-05-03");
    assert_line("Zuletzt aktualisiert: 03.05.2024, 09:11", "updated 2024-05-03");
    assert_line("Mis à jour le 3 mai 2024", "updated 2024-05-03");
    assert_line("Laatste wijziging: 3 mei 2024", "updated 2024-05-03");
    assert_line("Дата последнего обновления: 3 мая 2024", "updated 2024-05-03");
    assert_none("Update 2024-05-03:");  // what follows was added then
    assert_line("Published 3 May 2024, updated 8 May 2024", "published 2024-05-03");
    assert_line("Updated 8 May 2024, originally published 3 May 2024", "published 2024-05-03");
    assert_line("更新日：2024年5月3日", "updated 2024-05-03");
    assert_line("最終更新日 2024年5月3日", "updated 2024-05-03");
}

static void signatures(void **state)
{
    (void)state;
    assert_line("By Ann Lee | 3 mai 2024", "signed 2024-05-03");
    assert_line("Ann Lee - May 3, 2024, 10:31 pm CST", "signed 2024-05-03");
    assert_line("von rasos am 3. Mai 2024 - 18:55", "signed 2024-05-03");
    assert_line("May 3, 2024 · 8 min read", "signed 2024-05-03");
    assert_line("Текст: Анна Ли · 3 мая 2024", "signed 2024-05-03");
    assert_line("a cura di Anna Lee - 3 maggio 2024", "signed 2024-05-03");
    assert_line("03.05.2024 | Просмотров: 12", "signed 2024-05-03");
    assert_line("ven 3 mag 2024", "day 2024-05-03");
    assert_line("vr 3 mei 2024", "day 2024-05-03");
    assert_line("пт, 3 мая 2024 года", "day 2024-05-03");
    assert_line("Comunicato stampa del 3 maggio 2024", "placed 2024-05-03");
    assert_line("3 May 2024", "day 2024-05-03");
    assert_line("Freitag, 3. Mai 2024", "day 2024-05-03");
    assert_line("2024-05-03", "day 2024-05-03");
    assert_line("3 May 2024 News", "day 2024-05-03");
    assert_line("Wien, 3. Mai 2024", "placed 2024-05-03");
}

static void datelines(void **state)
{
    (void)state;
    assert_line("PARIS, 3 May 2024 — The ministers met again to speak of boats.", "dateline 2024-05-03");
    assert_line("Wien, 3. Mai 2024 – Die Minister trafen sich, um über Boote zu reden.", "dateline 2024-05-03");
    assert_line("NEW YORK, May 3, 2024 /Wire/ -- The ministers met again to speak of boats.", "dateline 2024-05-03");
    assert_line("Москва, 3 мая 2024 года – Министры снова говорили о лодках.", "dateline 2024-05-03");
    assert_line("Madrid, 3 de mayo de 2024 (EFE).- Los ministros hablaron otra vez de barcos.", "dateline 2024-05-03");
    assert_line("3 May 2024 - The ministers met again to speak of boats and of nets.", "dateline 2024-05-03");
    assert_line("GENEVA (3 May 2024) – The ministers met again to speak of boats.", "dateline 2024-05-03");
    assert_none("Archive picture (3 May 2024): the ministers on the ferry to the island.");
    assert_line("Paris, le 3 mai 2024 – Les ministres ont encore parlé de bateaux.", "dateline 2024-05-03");
    assert_line("Rio de Janeiro 3 de maio de 2024 - Os ministros falaram de barcos.", "dateline 2024-05-03");
    assert_none("Harbour Street on May 3, 2024. The ministers met again to speak of boats.");
    assert_none("Harbour Street on Friday, May 3, 2024. The ministers met again to speak of boats.");
    assert_none("On 3 May 2024 the ministers met again to speak of boats and of nets.");
    assert_none("3 May 2024 was the day on which the ministers spoke of boats.");
}

static void joined_heads(void **state)
{
    (void)state;
#define TITLE                                                                                                          \
    " Title: On boats, nets and the ferry to the island, which is to go twice a day from next year on, as it did "     \
    "when "                                                                                                            \
    "the ministers were young and the island had no airport; with an answer by those who live there, and by others"
    assert_line("Date: 2024-05-03" TITLE, "dated 2024-05-03");
    assert_line("Published on 3 May 2024" TITLE, "published 2024-05-03");
    assert_line("May 3, 2024 Contact: Ann Lee", "day 2024-05-03");
    assert_line("May 3, 2024 Media Contact: Ann Lee", "day 2024-05-03");
    assert_none("2024-05-03" TITLE);
    assert_none("The ferry since May 3, 2024 Contact: Ann Lee");
    assert_none("May 3, 2024 Venue: Harbour Street");
    assert_line("Updated: 8 May 2024 Published: 3 May 2024", "published 2024-05-03");
}

static void order(void **state)
{
    (void)state;
    assert_none("Published: 03/05/2024");
    reads("Published: 03/05/2024", DATE_DAY_FIRST, "published 2024-05-03", __FILE__, __LINE__);
    reads("Published: 03/05/2024", DATE_MONTH_FIRST, "published 2024-03-05", __FILE__, __LINE__);
    assert_line("Published: 13/05/2024", "published 2024-05-13");
    assert_line("Published: 05/13/2024", "published 2024-05-13");
    assert_none("Published: May 2024");
    assert_none("Published: 2024");
    assert_none("Published: 31 April 2024");
}

static void others(void **state)
{
    (void)state;
    assert_none("— The Ferry (@ferry) May 3, 2024");
    assert_none("A ferry near the island, May 3, 2024. (Photo by Ann Lee)");
    assert_none("Retrieved 3 May 2024");
    assert_none("Figures as of 3 May 2024");
    assert_none("Founded 3 May 1994");
    assert_none("Open until 3 May 2024");
    assert_none("From 1.-3. Mai 2024");
    assert_none("3 May 2024 – 5 May 2024");
    assert_none("Registered: 3 May 2024");
    assert_none("Deadline: 3 May 2024");
    assert_none("3 May 2024: Boats and Nets");
    assert_none("最新推荐文章于 2024-05-03 18:28:01 发布");
    assert_none("Verkündet am: 3. Mai 2024");
    assert_none("Published in 12 languages on 3 May 2024");
    assert_none("Ann Lee said on May 3, 2024 at 3:12 pm");
    assert_none("The treaty of 3 May 2024");
    assert_none("Harbour Street on May 3, 2024.");
    assert_line("Ann Lee on May 3, 2024", "placed 2024-05-03");
    assert_none("");
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(labels),     cmocka_unit_test(labels_alone), cmocka_unit_test(changes),
    cmocka_unit_test(signatures), cmocka_unit_test(datelines),    cmocka_unit_test(joined_heads),
    cmocka_unit_test(order),      cmocka_unit_test(others),
};

UNIT_MAIN("byline")
