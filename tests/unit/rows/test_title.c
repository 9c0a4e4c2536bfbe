#include "rows/title.h"
#include "unit.h"

static struct block text(enum block_kind kind, const char *s)
{
    return (struct block){.kind = kind, .text = str_from(s), .ordinal = -1};
}

static struct block heading(int level, enum block_origin origin, const char *s)
{
    struct block block = text(BLOCK_HEADING, s);
    block.level = level;
    block.origin = origin;
    return block;
}

static struct block marked(int level, const char *s)
{
    return heading(level, ORIGIN_MARKED, s);
}

static struct block linked(const char *s, const struct block_link *link)
{
    struct block block = text(BLOCK_PARAGRAPH, s);
    block.links = link;
    block.link_count = 1;
    return block;
}

static struct block picture(const char *s)
{
    struct block block = text(BLOCK_PARAGRAPH, s);
    block.pictures = true;
    return block;
}

static void expect(const struct block *blocks, size_t count, struct metadata metadata, const char *wanted)
{
    struct title title = {0};
    for (size_t i = 0; i < count; i++) title_see(&title, &blocks[i], i == 0);
    assert_str(title_of(&title, &metadata), wanted);
}

#define EXPECT(wanted, metadata, ...)                                                                                  \
    expect((const struct block[]){__VA_ARGS__}, sizeof((const struct block[]){__VA_ARGS__}) / sizeof(struct block),    \
           metadata, wanted)

static const struct metadata NOTHING = {.title = {NULL, 0}};

static void headings(void **state)
{
    (void)state;
    struct block words = text(BLOCK_PARAGRAPH, "Words.");
    EXPECT("One", NOTHING, words, marked(2, "Two"), marked(1, "One"));
    EXPECT(NULL, NOTHING, words, marked(1, "One"), marked(1, "Other"));
    EXPECT("One", NOTHING, heading(2, ORIGIN_INFERRED, "One"), words);
    EXPECT(NULL, NOTHING, words, heading(2, ORIGIN_INFERRED, "Then"));
    EXPECT(NULL, NOTHING, text(BLOCK_LIST, ""), text(BLOCK_ITEM, "a"), marked(2, "Two"));
}

// Badges, logos, languages and code of the site may stand before the heading.
static void ornaments(void **state)
{
    (void)state;
    const struct block_link build = {STR("Build"), STR("/b")}, other = {STR("Русский"), STR("/ru")};
    struct block badge = linked("Build", &build);
    EXPECT("One", NOTHING, badge, picture("Logo"), text(BLOCK_CODE, "{{ x }}"), marked(1, "One"), marked(1, "Other"));
    EXPECT("Two", NOTHING, badge, marked(2, "Two"), marked(3, "Three"));
    EXPECT(NULL, NOTHING, badge, heading(1, ORIGIN_INFERRED, "One"));
    EXPECT("Two", NOTHING, linked("English | Русский", &other), marked(2, "Two"), marked(3, "Three"));
    EXPECT(NULL, NOTHING, linked("A text of more words | Русский", &other), marked(2, "Two"));
}

static void logos(void **state)
{
    (void)state;
    struct block logo = picture("Mill Tools logo");
    EXPECT("Mill Tools", NOTHING, logo, text(BLOCK_PARAGRAPH, "For mills: Mill Tools."), marked(2, "Use"));
    EXPECT(NULL, NOTHING, logo, text(BLOCK_PARAGRAPH, "For mills: Mill Toolset."), marked(2, "Use"));
    EXPECT(NULL, NOTHING, text(BLOCK_PARAGRAPH, "Words."), logo, text(BLOCK_PARAGRAPH, "Mill Tools."));
    EXPECT("Tools", NOTHING, logo, marked(1, "Tools"), text(BLOCK_PARAGRAPH, "Mill Tools."));
}

static void headers(void **state)
{
    (void)state;
    EXPECT("Told", ((struct metadata){.title = STR("Told"), .name = STR("told")}), marked(1, "One"));
    EXPECT("One", (struct metadata){.name = STR("a-skill")}, marked(1, "One"));
    EXPECT("a-skill", (struct metadata){.name = STR("a-skill")}, marked(2, "Use"));
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(headings),
    cmocka_unit_test(ornaments),
    cmocka_unit_test(logos),
    cmocka_unit_test(headers),
};

UNIT_MAIN("title")
