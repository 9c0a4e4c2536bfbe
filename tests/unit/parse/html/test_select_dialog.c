// parse/html/select_dialog.h, and what html_select makes of it
#include "parse/html/select_dialog.h"

#include "parse/html/select.h"
#include "parse/html/select_dialog_words.h"
#include "unit.h"

static struct arena arena;
static char shown[1 << 14];

// The texts of the page, a bar apart: those left out as a dialog, or those that are kept.
static const char *texts(const char *page, enum html_left left)
{
    struct html_tree tree;
    struct error error = {0};
    size_t n = 0;
    shown[0] = 0;
    arena_reset(&arena);
    assert_true(html_tree_build(&tree, str_from(page), &arena, &error));
    assert_true(html_select(&tree, false, &arena, &error));
    for (struct html_node *d = tree.document, *at = d->first; at; at = html_node_next(d, at, false)) {
        enum html_left reason = HTML_LEFT_NOT;
        for (const struct html_node *up = at; up && !reason; up = up->parent) reason = (enum html_left)up->left;
        struct str text = str_trim(at->text);
        if (at->type != HTML_NODE_TEXT || !text.n || reason != left) continue;
        n += (size_t)snprintf(shown + n, sizeof shown - n, "%s%.*s", n ? "|" : "", STR_ARG(text));
    }
    return shown;
}

#define PAGE(body) "<!doctype html><html><head><title>Opening hours</title></head><body>" body "</body></html>"
#define HOURS      "<h1>Opening hours</h1><p>The mill museum is open on Sundays from ten to four.</p>"
#define HOURS_KEPT "Opening hours|The mill museum is open on Sundays from ten to four."
#define COOKIES    "We use cookies to make this site better. Read more in our privacy policy."
#define LONG_SENTENCE                                                                                                  \
    "The miller said that the wheel had turned for forty years before the flood, and that it will turn again. "

// A page that is shown in place of the article is all dialog, and an article that speaks of such pages is none.
static void pages_shown_in_place_of_the_article(void **state)
{
    (void)state;
    static const char *const walls[] = {
        "<h1>mill.example</h1><h2>Verify you are human by completing the action below.</h2><p>mill.example needs to "
        "look at your connection first.</p>",
        "<p>Checking your browser before you get to mill.example.</p><p>This takes five seconds.</p>",
        "<h2>Are you over 18?</h2><p>You must be of legal drinking age to enter.</p><a href=\"/in\">Yes</a>",
        "<p>请启用JavaScript</p><p>继续访问</p>",
    };
    static const char *const articles[] = {
        HOURS "<p>Children over the age of six pay half. The captcha of our shop is no longer needed.</p>",
        "<article><h1>Who is no robot</h1><p>Many pages ask you to verify you are human.</p></article>",
        "<h1>Who is no robot</h1><p>Many pages ask you to verify you are human.</p><p>" LONG_SENTENCE LONG_SENTENCE
            LONG_SENTENCE LONG_SENTENCE LONG_SENTENCE LONG_SENTENCE LONG_SENTENCE "</p>",
    };
    char page[4096];
    for (size_t i = 0; i < sizeof walls / sizeof *walls; i++) {
        snprintf(page, sizeof page, PAGE("%s"), walls[i]);
        assert_string_equal(texts(page, HTML_LEFT_NOT), "");
        assert_string_not_equal(texts(page, HTML_LEFT_DIALOG), "");
    }
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        snprintf(page, sizeof page, PAGE("%s"), articles[i]);
        assert_string_equal(texts(page, HTML_LEFT_DIALOG), "");
    }
    assert_string_equal(texts(walls[1], HTML_LEFT_DIALOG), "");  // a piece without a head
}

// Text that scripts would put in place stands in <noscript>, unless that says little, or what is shown anyway.
static void text_for_readers_without_scripts(void **state)
{
    (void)state;
    static const char text[] =
        "<noscript>" HOURS "<p>" LONG_SENTENCE LONG_SENTENCE LONG_SENTENCE LONG_SENTENCE "</p></noscript>";
    char page[4096];
    snprintf(page, sizeof page, PAGE("<div>Loading</div>%s"), text);
    assert_true(strstr(texts(page, HTML_LEFT_NOT), HOURS_KEPT) != NULL);
    snprintf(page, sizeof page, PAGE("<p>" LONG_SENTENCE LONG_SENTENCE LONG_SENTENCE "</p>%s"), text);
    assert_true(strstr(texts(page, HTML_LEFT_NEVER), HOURS_KEPT) != NULL);
    snprintf(page, sizeof page, PAGE("<div>Loading</div><noscript><p>Switch scripts on to read it.</p></noscript>"));
    assert_true(strstr(texts(page, HTML_LEFT_NEVER), "Switch scripts on to read it.") != NULL);
}

static void dialogs_beside_a_short_article(void **state)
{
    (void)state;
    static const char *const dialogs[] = {
        "<div class=\"b1\"><p>" COOKIES "</p><button>Accept</button></div>",
        "<p>" COOKIES " <a href=\"#\">OK</a></p>",
        "<div><p>当サイトではクッキーを使用しています。</p><button>同意する</button></div>",
        "<dialog open><h2>Log in</h2><p>Log in to your account to save this page.</p><input type=password></dialog>",
        "<div role=\"dialog\"><h2>We value your privacy</h2><p>We and our 842 partners store and access data on your "
        "device.</p><button>I accept</button></div>",
        "<form><p>Log in to comment on it.</p><label>Password <input type=password></label><button>Go</button></form>",
        "<div style=\"display:none\"><h3>New password</h3><p>We send you a link with which you can set a new "
        "password.</p><button>Send</button></div>",
        "<div><h3>Weiterlesen mit dem Abo</h3><p>Dieser Artikel ist Abonnenten vorbehalten.</p><p>Sie haben schon ein "
        "Abo? <a href=\"/l\">Anmelden</a></p></div>",
        "<div class=\"paywall\"><h3>Read on</h3><p>All articles on the web and in the app for 2 euros a week, and the "
        "paper in the evening.</p><a href=\"/s\">Subscribe now</a></div>",
    };
    for (size_t i = 0; i < sizeof dialogs / sizeof *dialogs; i++) {
        char page[2048];
        snprintf(page, sizeof page, PAGE("%s<main>" HOURS "</main>"), dialogs[i]);
        const char *kept = texts(page, HTML_LEFT_NOT);
        if (strcmp(kept, HOURS_KEPT) != 0) fail_msg("dialog %zu: %s", i, kept);
    }
}

static void a_page_of_a_dialog_holds_nothing(void **state)
{
    (void)state;
    static const char *const pages[] = {
        PAGE(
            "<div><h1>Before you go on</h1><div>We use cookies and data to<ul><li>Deliver our services</li><li>Measure "
            "how they are used</li></ul></div><form><button>Reject all</button><button>Accept "
            "all</button></form></div>"),
        PAGE("<main><h1>Sign in</h1><form><p>Sign in with your account to read on.</p><input type=password>"
             "<input type=submit value=\"Sign in\"></form></main>"),
        PAGE("<div><h1>Forgot your password?</h1><p>Enter your address, and we will send you a link with which you can "
             "set a new password.</p><form><input type=email><button>Send</button></form></div>"),
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) assert_string_equal(texts(pages[i], HTML_LEFT_NOT), "");
}

static void articles_that_speak_of_such(void **state)
{
    (void)state;
    static const char *const pages[] = {
        // of cookies, without a choice
        PAGE(
            "<article><h1>Cookies</h1><p>Cookies are small pieces of text that a web site stores in a browser, which a "
            "programmer invented in 1994.</p><button>Share</button></article>"),
        // a choice, without cookies
        PAGE("<article><h1>Terms</h1><p>Whoever enters the mill accepts that its wheel may turn at any time, without a "
             "warning.</p><button>OK</button></article>"),
        // an offer of which most of the part doesn't speak
        PAGE("<div><p>" LONG_SENTENCE LONG_SENTENCE LONG_SENTENCE "</p><p>Subscribe to our letter.</p><a "
             "href=\"/l\">Subscribe</a></div>"),
        // passwords, with a button, but without a field
        PAGE(
            "<article><h1>Passwords</h1><p>A password of four words is easier to keep in mind than one of eight signs, "
            "and harder to guess.</p><p>Change it when it was stolen.</p><button>Share</button></article>"),
        // a dialog that asks for nothing
        PAGE("<h1>Shoes</h1><div role=\"dialog\"><p>Each pair is made by hand from leather, and the soles are sewn and "
             "not glued.</p></div>"),
        // much more than a dialog
        PAGE("<article><h1>Cookies</h1><p>" LONG_SENTENCE LONG_SENTENCE LONG_SENTENCE LONG_SENTENCE LONG_SENTENCE
                 LONG_SENTENCE LONG_SENTENCE LONG_SENTENCE LONG_SENTENCE LONG_SENTENCE LONG_SENTENCE LONG_SENTENCE
                     LONG_SENTENCE "Cookies are baked.</p><button>Accept</button></article>"),
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        if (*texts(pages[i], HTML_LEFT_DIALOG)) fail_msg("page %zu: %s", i, shown);
}

// A list of headings beside a dialog is no bare title.
static void headings_of_a_list_stay(void **state)
{
    (void)state;
    const char *page = PAGE("<div><p>" COOKIES
                            "</p><button>Accept</button></div><main><h1>Shoes</h1><h2>Boots of leather"
                            "</h2><h2>Clogs of wood</h2></main>");
    assert_string_equal(texts(page, HTML_LEFT_NOT), "Shoes|Boots of leather|Clogs of wood");
}

static void words_of_dialogs(void **state)
{
    (void)state;
    assert_int_equal(select_dialog_words(STR("These COOKIES")), DIALOG_COOKIE);
    assert_int_equal(select_dialog_words(STR("Alle akzeptieren")), DIALOG_CHOICE);
    assert_int_equal(select_dialog_words(STR("Got it!")), DIALOG_CHOICE);
    assert_int_equal(select_dialog_words(STR("got items")), 0);
    assert_int_equal(select_dialog_words(STR("Passwort vergessen? Hier anmelden")), DIALOG_PASSWORD | DIALOG_ENTER);
    assert_int_equal(select_dialog_words(STR("Mot de passe")), DIALOG_PASSWORD);
    assert_int_equal(select_dialog_words(STR("Принять все")), DIALOG_CHOICE);
    assert_int_equal(select_dialog_words(STR("请登录后订阅")), DIALOG_ENTER | DIALOG_OFFER);
    assert_int_equal(select_dialog_words(STR("unacceptable, book, log")), 0);
    assert_int_equal(select_dialog_words(STR("")), 0);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(pages_shown_in_place_of_the_article),
    cmocka_unit_test(text_for_readers_without_scripts),
    cmocka_unit_test(dialogs_beside_a_short_article),
    cmocka_unit_test(a_page_of_a_dialog_holds_nothing),
    cmocka_unit_test(articles_that_speak_of_such),
    cmocka_unit_test(headings_of_a_list_stay),
    cmocka_unit_test(words_of_dialogs),
};

UNIT_MAIN("select_dialog")
