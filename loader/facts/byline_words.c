#include "facts/byline_words.h"

enum { WORD_MOST = 40 };  // bytes, at most

// Whole words by their first letter, the last of them those that begin with none from a to z. Behind each what it is:
// d a date, p published, u updated, b by whom, w a day of the week, s what stands beside such, f foreign to bylines.
static const char *const WORDS[] = {
    "|a s|aangemaakt p|aangepast u|ab f|abgelegt s|abgerufen f|accessed f|admin s|af b|afp b|ago s|alle s|am s|"
    "and s|ansa b|antwortete f|ap b|apa b|archived f|article s|articles s|artikel s|artikels s|as f|at s|"
    "author b|autor b|autore b|av b|",
    "|bearbeitet u|begins f|beitrag s|beitrags s|between f|bijgewerkt u|bis f|born f|bst b|by b|",
    "|caricato p|categories s|category s|cest b|cet b|chapter f|comentario s|comentarios s|comentário s|"
    "comentários s|comment s|commentaire s|commentaires s|commenti s|comments s|consulté f|copyright f|creado p|"
    "created p|creato p|criado p|cuma w|cumartesi w|cura b|czwartek w|",
    "|da b|dal f|data d|date d|dated d|dato d|datum d|de s|deadline f|del s|dem s|den s|depuis f|der s|"
    "dernière s|desde f|desk s|di b|die s|died f|dienstag w|dijo f|dim w|dimanche w|dinsdag w|disse f|dit f|"
    "dnia s|do w|dom w|domenica w|domingo w|donderdag w|donnerstag w|door b|dpa b|du s|",
    "|e s|edited u|editor s|editorial s|editors s|edt b|efe b|effective f|eklenme p|el s|em s|en s|epd b|"
    "episode f|erschienen p|erstellt p|est b|established f|et s|event f|events f|expired f|expires f|",
    "|fecha d|feira w|file f|filed p|filmed f|fino f|first s|fondata f|fondato f|fondé f|fondée f|founded f|fr w|"
    "fredag w|freitag w|fri w|friday w|from s|fundada f|fundado f|für s|",
    "|geboren f|gegründet f|geplaatst p|gepost p|gespeichert s|gestorben f|getty f|gewijzigd u|geändert u|gio w|"
    "giovedì w|gmt b|godz b|",
    "|h s|hasta f|hour s|hours s|hrs b|hs b|",
    "|il s|imprensa s|in s|inserito p|is s|isbn f|issn f|issued p|ist b|its s|",
    "|jetzt s|jeu w|jeudi w|joined f|jour u|jue w|jueves w|jusqu f|",
    "|kategorie s|kategorien s|kl s|klo s|kna b|kommentar s|kommentare s|kommentieren s|",
    "|l s|la s|laatst s|las s|last s|launched f|le s|leave s|lectura s|lecture s|leestijd s|lesezeit b|lettura s|"
    "letzte s|letztes s|ligne s|lo s|los s|lun w|lundi w|lunedì w|lunes w|lì s|lördag w|lørdag w|",
    "|m s|ma w|maandag w|mandag w|mar w|mardi w|martedì w|martes w|meinungen s|mer w|mercoledì w|mercredi w|mi w|"
    "miercoles w|min b|mins b|minuta s|minute s|minuten s|minutes s|minuti s|minutos s|mis p|mise s|mittwoch w|"
    "mié w|miércoles w|mo w|mon w|monday w|montag w|måndag w|",
    "|nd s|newsletter s|newsroom b|niedziela w|no s|noch s|né f|née f|",
    "|o s|of s|om s|on s|online s|onsdag w|op s|opdateret u|opened f|opgericht f|oppdatert u|or s|ore s|"
    "original s|originally s|ostatnia s|",
    "|p s|par b|pazar w|pazartesi w|perşembe w|picture f|pictured f|piątek w|pm b|poniedziałek w|por b|post s|"
    "postado p|postato p|posted p|prensa s|presse s|print s|przez b|pti b|pubblicazioni f|publicaciones f|"
    "publicaties f|publications f|publicações f|publikacje f|publikationen f|publisert p|publiziert p|",
    "|quarta w|quinta w|",
    "|r s|rd s|reacties s|read b|reading s|redaktion b|registered f|release f|released f|reply s|reporter s|"
    "retrieved f|retrospective f|reuters b|reviewed u|revised u|",
    "|s s|sa w|saat b|sab w|sabado w|sabato w|sagte f|said f|salı w|sam w|samedi w|samstag w|sat w|saturday w|"
    "says f|schrieb f|season f|seen f|segunda w|seit f|sexta w|share s|shares s|shown f|sid b|since f|sinds f|"
    "so w|sobota w|son s|sonnabend w|sonntag w|st s|staff s|stampa s|stand u|starts f|story s|sun w|sunday w|"
    "sáb w|sábado w|söndag w|søndag w|",
    "|tagged s|tags s|taken f|tarih d|tarihi d|tarihinde s|team s|tempo s|temps s|terça w|th s|the s|this s|"
    "thu w|thur w|thurs w|thursday w|tickets f|tiempo s|till f|time s|tirsdag w|tisdag w|toegevoegd p|torsdag w|"
    "tue w|tues w|tuesday w|",
    "|udgivet p|uhr b|ultima s|ultimo s|um s|und s|under s|unter s|until f|ursprünglich s|utc b|uur b|",
    "|van s|ven w|vendredi w|venerdì w|verschenen p|version f|veröffentlichungen f|via s|vie w|viernes w|views s|"
    "vol f|vom s|von b|vr w|vrijdag w|",
    "|was s|wed w|wednesday w|wijziging u|with s|wo w|woensdag w|words s|written b|wrote f|wtorek w|wurde s|",
    "|",
    "|y s|",
    "|z s|za w|zaterdag w|zo w|zondag w|zone s|zuletzt s|zum f|zur f|zwischen f|",
    "|à s|às s|çarşamba w|última s|último s|überarbeitet u|środa w|автор b|в s|воскресенье w|время s|вс w|вт w|"
    "вторник w|выложено p|г s|года s|дата d|для s|до f|добавлено p|и s|область s|от s|пн w|понедельник w|"
    "последнего s|последнее s|последние s|последняя s|просмотра s|просмотров s|просмотры s|пт w|публикации d|"
    "публикация p|пятница w|с f|сб w|создания d|создано p|ср w|среда w|суббота w|текст b|час s|часов s|четверг w|"
    "чт w|чтения s|",
};

// Beginnings of words. All are collected from the bylines of news sites and blogs.
static const char *const PUBLISHED_STEMS[] = {
    "publish",   "veröffentlich", "publié",     "publicad", "publicac", "pubblicat", "pubblicaz", "gepubli",  "paru",
    "créé",      "posté",         "опубликова", "размещен", "opublik",  "dodan",     "publikac",  "utworzon", "yayı",
    "publicera", "نشر",           "发布",       "發布",     "发表",     "發表",      "刊登",      "公開",     "投稿",
    "掲載",      "配信",          "작성",       "등록",     "입력",     "게시",      "publicat",
};
static const char *const UPDATED_STEMS[] = {
    "updat",   "revision", "modifi",  "aktualis", "actualis", "actualiz", "aggiorna", "modificat", "atualiza", "обновл",
    "изменен", "aktualiz", "zaktual", "güncelle", "uppdater", "更新",     "修改",     "编辑",      "編集",     "수정",
};
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

// What WORDS says the word is.
static enum byline_word listed(struct str word)
{
    char wanted[WORD_MOST + 2] = "|";
    if (word.n > WORD_MOST || memchr(word.p, 0, word.n)) return BYLINE_WORD_NONE;
    memcpy(wanted + 1, word.p, word.n);
    wanted[1 + word.n] = ' ';
    bool latin = word.p[0] >= 'a' && word.p[0] <= 'z';
    struct str words = str_from(WORDS[latin ? word.p[0] - 'a' : 26]);
    const char *found = str_find(words, (struct str){wanted, word.n + 2});
    switch (found ? found[word.n + 2] : 0) {
    case 'f': return BYLINE_WORD_FOREIGN;
    case 'u': return BYLINE_WORD_UPDATED;
    case 'p': return BYLINE_WORD_PUBLISHED;
    case 'd': return BYLINE_WORD_DATE;
    case 'b': return BYLINE_WORD_BY;
    case 'w': return BYLINE_WORD_WEEKDAY;
    case 's': return BYLINE_WORD_BESIDE;
    default: return BYLINE_WORD_NONE;
    }
}

enum byline_word byline_word(struct str word)
{
    if (!word.n) return BYLINE_WORD_NONE;
    enum byline_word kind = listed(word);
    if (kind == BYLINE_WORD_FOREIGN || BEGINS(word, FOREIGN_STEMS)) return BYLINE_WORD_FOREIGN;
    if (kind == BYLINE_WORD_UPDATED || BEGINS(word, UPDATED_STEMS)) return BYLINE_WORD_UPDATED;
    if (kind == BYLINE_WORD_PUBLISHED || BEGINS(word, PUBLISHED_STEMS)) return BYLINE_WORD_PUBLISHED;
    return kind;
}
