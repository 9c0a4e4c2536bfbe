#include "base/sha256.h"
#include "base/sha256_lanes.h"
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

static void lists(void **state)
{
    (void)state;
    const struct str one[] = {STR("ab"), STR("c")}, two[] = {STR("a"), STR("bc")}, three[] = {STR("ab"), STR_NULL},
                     four[] = {STR("ab"), STR("")};
    struct sha256 of_one = sha256_of_list(one, 2), of_two = sha256_of_list(two, 2), again = sha256_of_list(one, 2),
                  of_three = sha256_of_list(three, 2), of_four = sha256_of_list(four, 2);
    assert_memory_equal(&of_one, &again, sizeof of_one);
    assert_memory_not_equal(&of_one, &of_two, sizeof of_one);
    assert_memory_not_equal(&of_three, &of_four, sizeof of_three);
}

enum { MANY = 700 };

// Lengths around the ends of blocks, one long text among short ones, and fewer texts than there are lanes.
static void same_as_one_by_one(void (*hash)(const struct sha256_job *, size_t))
{
    static struct sha256_job jobs[MANY];
    static struct sha256 digests[MANY];
    char *bytes = malloc(200000);
    uint32_t random = 1;
    for (int i = 0; i < 200000; i++) bytes[i] = (char)((random = random * 1664525 + 1013904223) >> 24);
    for (size_t count = 0; count <= MANY; count = count < 20 ? count + 1 : count + 170) {
        memset(digests, 0, sizeof digests);
        for (size_t i = 0; i < count; i++) {
            size_t n = i == 4 ? 150000 : count % 3 ? i % 260 : i * 7;
            jobs[i] = (struct sha256_job){{bytes + i, n}, &digests[i]};
        }
        hash(jobs, count);
        for (size_t i = 0; i < count; i++) {
            struct sha256 wanted = sha256_of(jobs[i].text);
            assert_memory_equal(&digests[i], &wanted, sizeof wanted);
        }
    }
    free(bytes);
}

static void avx2(const struct sha256_job *jobs, size_t count)
{
    sha256_lanes_run(SHA256_LANES_AVX2, jobs, count);
}

static void avx512(const struct sha256_job *jobs, size_t count)
{
    sha256_lanes_run(SHA256_LANES_AVX512, jobs, count);
}

static void many(void **state)
{
    (void)state;
    same_as_one_by_one(sha256_of_all);
    if (sha256_lanes_has(SHA256_LANES_AVX2)) same_as_one_by_one(avx2);
    if (sha256_lanes_has(SHA256_LANES_AVX512)) same_as_one_by_one(avx512);
    assert_false(sha256_lanes_has(SHA256_LANES_NONE));
}

static const struct CMUnitTest tests[] = {cmocka_unit_test(examples), cmocka_unit_test(lists), cmocka_unit_test(many)};

UNIT_MAIN("sha256")
