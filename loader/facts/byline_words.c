#include "facts/byline_words.h"

// Whole words, and beginnings of words. Collected from the bylines of news sites and blogs, in no source's order.
static const char DATE[] = "|dated|date|datum|fecha|data|дата|tarih|tarihi|dato|";
static const char PUBLISHED[] =
    "|posted|created|issued|filed|erschienen|erstellt|publiziert|mis|creado|creato|postado|criado|geplaatst|gepost|"
    "eklenme|udgivet|publisert|";
static const char *const PUBLISHED_STEMS[] = {
    "publish",   "veröffentlich", "publié",     "publicad", "publicac", "pubblicat", "pubblicaz", "gepubli",  "paru",
    "créé",      "posté",         "опубликова", "размещен", "opublik",  "dodan",     "publikac",  "utworzon", "yayı",
    "publicera", "نشر",           "发布",       "發布",     "发表",     "發表",      "刊登",      "公開",     "投稿",
    "掲載",      "配信",          "작성",       "등록",     "입력",     "게시",      "publicat",
};
static const char UPDATED[] =
    "|edited|revised|reviewed|geändert|bearbeitet|überarbeitet|stand|jour|bijgewerkt|aangepast|gewijzigd|opdateret|"
    "oppdatert|";
static const char *const UPDATED_STEMS[] = {
    "updat",   "revision", "modifi",  "aktualis", "actualis", "actualiz", "aggiorna", "modificat", "atualiza", "обновл",
    "изменен", "aktualiz", "zaktual", "güncelle", "uppdater", "更新",     "修改",     "编辑",      "編集",     "수정",
};
static const char BY[] =
    "|dpa|afp|ap|reuters|pti|ansa|efe|apa|kna|epd|sid|redaktion|newsroom|by|von|par|por|door|di|da|przez|av|af|автор|"
    "текст|autor|autore|author|written|uhr|uur|godz|saat|pm|gmt|utc|est|"
    "edt|ist|bst|cet|cest|hrs|hs|min|mins|read|lesezeit|";
static const char WEEKDAYS[] =
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|montag|"
    "dienstag|"
    "mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|mi|do|fr|sa|so|lundi|mardi|mercredi|jeudi|vendredi|"
    "samedi|"
    "dimanche|lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo|lunedì|martedì|mercoledì|giovedì|"
    "venerdì|sabato|domenica|segunda|terça|quarta|quinta|sexta|feira|maandag|dinsdag|woensdag|donderdag|vrijdag|"
    "zaterdag|"
    "zondag|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|poniedziałek|wtorek|środa|czwartek|piątek|"
    "sobota|"
    "niedziela|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|"
    "søndag|"
    "måndag|tisdag|lördag|söndag|";
static const char BESIDE[] =
    "|am|wurde|artikels|beitrags|under|unter|gespeichert|abgelegt|kategorie|kategorien|category|categories|tags|tagged|"
    "meinungen|jetzt|kommentieren|editorial|team|desk|vom|on|at|of|from|the|in|and|or|um|und|le|à|a|et|du|el|las|"
    "los|y|la|il|lo|alle|ore|del|em|às|e|de|op|om|en|van|в|"
    "от|и|"
    "г|года|r|tarihinde|first|originally|original|this|article|articles|story|post|was|is|p|m|h|s|minute|minutes|"
    "minuten|"
    "minutos|minuti|minuta|reading|lectura|lecture|lettura|leestijd|time|temps|tiempo|tempo|comment|comments|kommentar|"
    "kommentare|commentaire|commentaires|comentario|comentarios|comentário|comentários|commenti|reacties|ligne|online|"
    "ursprünglich|artikel|beitrag|den|der|dem|die|kl|klo|l|ago|último|última|ultimo|ultima|laatst|last|"
    "letzte|"
    "letztes|zuletzt|dernière|ostatnia|son|mise|z|dnia|o|no|views|words|shares|share|print|with|для|admin|staff|editor|"
    "editors|reporter|noch|its|часов|час|für|st|nd|rd|th|via|newsletter|hour|hours|leave|reply|zone|";
static const char FOREIGN[] =
    "|as|released|founded|established|launched|opened|gegründet|fondé|fondée|fundado|fundada|fondato|fondata|opgericht|"
    "said|says|wrote|sagte|schrieb|antwortete|joined|registered|dit|dijo|disse|picture|file|copyright|retrieved|"
    "archived|accessed|abgerufen|consulté|until|till|bis|ab|fino|hasta|jusqu|до|с|"
    "expires|publications|veröffentlichungen|publikationen|publicaciones|pubblicazioni|publicações|publicaties|"
    "publikacje|"
    "expired|deadline|event|events|getty|isbn|issn|vol|born|died|geboren|gestorben|né|née|since|seit|depuis|desde|dal|"
    "sinds|"
    "starts|begins|between|zwischen|zum|zur|tickets|effective|retrospective|filmed|taken|shown|seen|pictured|season|"
    "episode|"
    "version|release|chapter|";
static const char *const FOREIGN_STEMS[] = {"photo",  "foto", "fotó",       "фото", "image",
                                            "imagen", "bild", "veranstalt", "推荐", "推薦"};

// Of scripts that don't part words, a stem may stand anywhere.
static bool begins(struct str word, const char *const *stems, size_t count)
{
    bool unparted = (unsigned char)word.p[0] >= 0xE3;
    for (size_t i = 0; i < count; i++) {
        if (unparted && (unsigned char)stems[i][0] >= 0xE3 && str_contains(word, str_from(stems[i]))) return true;
        if (stems[i][0] == word.p[0] && str_starts(word, str_from(stems[i]))) return true;
    }
    return false;
}
#define BEGINS(word, stems) begins((word), (stems), sizeof(stems) / sizeof *(stems))

enum byline_word byline_word(struct str word)
{
    if (!word.n) return BYLINE_WORD_NONE;
    if (str_is_listed(FOREIGN, word) || BEGINS(word, FOREIGN_STEMS)) return BYLINE_WORD_FOREIGN;
    if (str_is_listed(UPDATED, word) || BEGINS(word, UPDATED_STEMS)) return BYLINE_WORD_UPDATED;
    if (str_is_listed(PUBLISHED, word) || BEGINS(word, PUBLISHED_STEMS)) return BYLINE_WORD_PUBLISHED;
    if (str_is_listed(DATE, word)) return BYLINE_WORD_DATE;
    if (str_is_listed(BY, word)) return BYLINE_WORD_BY;
    if (str_is_listed(WEEKDAYS, word)) return BYLINE_WORD_WEEKDAY;
    return str_is_listed(BESIDE, word) ? BYLINE_WORD_BESIDE : BYLINE_WORD_NONE;
}
