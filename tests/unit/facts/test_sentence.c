#include "facts/sentence.h"

#include "base/buf.h"
#include "unit.h"

static void parts(const char *text, const char *wanted)
{
    struct buf out = {0};
    struct str sentence;
    size_t at = 0;
    while (sentence_next(str_from(text), &at, &sentence)) buf_printf(&out, "[%.*s]", STR_ARG(sentence));
    assert_str(buf_str(&out), wanted);
    buf_release(&out);
}

static void ends(void **state)
{
    (void)state;
    parts("One. Two! Three? Four", "[One.][Two!][Three?][Four]");
    parts("  A line\nanother  \n\n", "[A line][another]");
    parts("He said \"no.\" She left. (They too.) End", "[He said \"no.\"][She left.][(They too.)][End]");
    parts("Fin… Puis « oui. » Non", "[Fin…][Puis « oui. »][Non]");
    parts("\xE4\xB8\xAD\xE3\x80\x82\xE6\x96\x87", "[\xE4\xB8\xAD\xE3\x80\x82][\xE6\x96\x87]");
    // spaces that break no line
    parts("It was COVID-19.\xC2\xA0 We met. \xC2\xA0Then", "[It was COVID-19.][We met.][Then]");
    parts("Fini.\xE2\x80\xAFPuis", "[Fini.][Puis]");
    parts("", "");
    parts(" \n ", "");
}

static void goes_on(void **state)
{
    (void)state;
    parts("Mr. Park of the U.S. Army gave approx. 5.5 tons.", "[Mr. Park of the U.S. Army gave approx. 5.5 tons.]");
    parts("Thanks,\xC2\xA0Mr.\xC2\xA0Park.", "[Thanks,\xC2\xA0Mr.\xC2\xA0Park.]");
    parts("George W. Park met J. Lee.", "[George W. Park met J. Lee.]");
    parts("Am 3. Mai kamen 1,5 Mio. Euro, z.B. aus Bern.", "[Am 3. Mai kamen 1,5 Mio. Euro, z.B. aus Bern.]");
    parts("It began in 2014. Then it ended.", "[It began in 2014.][Then it ended.]");
    parts("see www.a.example for more. so it went", "[see www.a.example for more. so it went]");
    parts("EE.UU. ofreció ayuda. Sí.", "[EE.UU. ofreció ayuda.][Sí.]");
}

static const struct CMUnitTest tests[] = {cmocka_unit_test(ends), cmocka_unit_test(goes_on)};

UNIT_MAIN("sentence")
