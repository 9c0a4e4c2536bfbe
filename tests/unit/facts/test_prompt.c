#include "facts/prompt.h"

#include "unit.h"

static void prompts(void **state)
{
    (void)state;
    static const char *const all[] = {"Subscribe to our newsletter",
                                      "SUBSCRIBE",
                                      "Donate now!",
                                      "Read more:",
                                      "Jetzt spenden",
                                      "Lesen Sie auch: Fische",
                                      "Abonnez-vous à la lettre",
                                      "À lire aussi",
                                      "Suscríbete",
                                      "Lea también:",
                                      " Donate "};
    static const char *const none[] = {"",
                                       "Donated goods",
                                       "Donate blood to the clinic",
                                       "Subscribers",
                                       "Shares",
                                       "Read more books",
                                       "Related costs",
                                       "Speed",
                                       "subscribe",
                                       "Share",
                                       "Subscription"};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) assert_true(prompt_is(str_from(all[i])));
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) assert_false(prompt_is(str_from(none[i])));
}

static const struct CMUnitTest tests[] = {cmocka_unit_test(prompts)};

UNIT_MAIN("prompt")
