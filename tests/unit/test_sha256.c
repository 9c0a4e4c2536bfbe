#include "base/sha256.h"
#include "unit.h"

#include <stdlib.h>

static void is(struct str text, const char *wanted)
{
    struct sha256 digest = sha256_of(text);
    char hex[65];
    for (int i = 0; i < 32; i++) snprintf(hex + 2 * i, 3, "%02x", digest.bytes[i]);
    assert_string_equal(hex, wanted);
}

// the examples of FIPS 180
static void examples(void **state)
{
    (void)state;
    is(STR(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    is(STR_NULL, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    is(STR("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    is(STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    char *million = malloc(1000000);
    memset(million, 'a', 1000000);
    is((struct str){million, 1000000}, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    free(million);
}

static const struct CMUnitTest tests[] = {cmocka_unit_test(examples)};

UNIT_MAIN("sha256")
