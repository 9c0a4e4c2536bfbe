#include "facts/value_money.h"

// As written, the code, and whether it is a word (no letter may stand beside it). The longest of one beginning first.
static const struct {
    struct str written, code;
} CURRENCIES[] = {
#define CURRENCY(written, code)                                                                                        \
    {                                                                                                                  \
        {(written), sizeof(written) - 1},                                                                              \
        {                                                                                                              \
            (code), 3                                                                                                  \
        }                                                                                                              \
    }
    CURRENCY("US dollars", "USD"), CURRENCY("U.S. dollars", "USD"),
    CURRENCY("dollars", "USD"),    CURRENCY("dollar", "USD"),
    CURRENCY("U.S.$", "USD"),      CURRENCY("U.S. $", "USD"),
    CURRENCY("USD$", "USD"),       CURRENCY("USD", "USD"),
    CURRENCY("US$", "USD"),        CURRENCY("US $", "USD"),
    CURRENCY("CAD$", "CAD"),       CURRENCY("CA$", "CAD"),
    CURRENCY("C$", "CAD"),         CURRENCY("AUD$", "AUD"),
    CURRENCY("AU$", "AUD"),        CURRENCY("A$", "AUD"),
    CURRENCY("NZ$", "NZD"),        CURRENCY("HK$", "HKD"),
    CURRENCY("NT$", "TWD"),        CURRENCY("S$", "SGD"),
    CURRENCY("R$", "BRL"),         CURRENCY("$", "USD"),
    CURRENCY("euros", "EUR"),      CURRENCY("Euro", "EUR"),
    CURRENCY("euro", "EUR"),       CURRENCY("€", "EUR"),
    CURRENCY("£", "GBP"),          CURRENCY("CN¥", "CNY"),
    CURRENCY("RMB", "CNY"),        CURRENCY("¥", "JPY"),
    CURRENCY("yen", "JPY"),        CURRENCY("₹", "INR"),
    CURRENCY("Rs.", "INR"),        CURRENCY("Rs", "INR"),
    CURRENCY("SFr.", "CHF"),       CURRENCY("₽", "RUB"),
    CURRENCY("₴", "UAH"),          CURRENCY("₺", "TRY"),
    CURRENCY("₩", "KRW"),          CURRENCY("zł", "PLN"),
    CURRENCY("Kč", "CZK"),         CURRENCY("KSh", "KES"),
    CURRENCY("Ksh", "KES"),        CURRENCY("₦", "NGN"),
    CURRENCY("₱", "PHP"),          CURRENCY("฿", "THB"),
    CURRENCY("₫", "VND"),          CURRENCY("₪", "ILS"),
};

// The codes that texts are seen to use; more would be words (ALL, TOP, CUP).
static const char CODES[] =
    " AED ARS AUD BDT BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GHS HKD HUF IDR ILS INR IQD ISK JOD JPY KES "
    "KRW "
    "KWD KZT LKR MAD MXN MYR NGN NOK NPR NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD TZS UAH "
    "UGX "
    "USD UZS VND XAF XOF ZAR ZMW ";

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0xC3;
}

static bool is_code(struct str s, struct str *code)
{
    char wanted[6] = " ";
    for (size_t i = 0; i < 3; i++)
        if (s.p[i] < 'A' || s.p[i] > 'Z') return false;
    memcpy(wanted + 1, s.p, 3);
    wanted[4] = ' ';
    wanted[5] = 0;
    const char *at = strstr(CODES, wanted);
    if (at) *code = (struct str){at + 1, 3};
    return at;
}

size_t money_first(struct str s, struct str *code)
{
    if (!s.n || (s.p[0] >= '0' && s.p[0] <= '9')) return 0;
    for (size_t i = 0; i < sizeof CURRENCIES / sizeof *CURRENCIES; i++) {
        struct str w = CURRENCIES[i].written;
        if (w.p[0] != s.p[0] || !str_starts(s, w)) continue;
        if (is_letter(w.p[w.n - 1]) && w.n < s.n && is_letter(s.p[w.n])) continue;
        *code = CURRENCIES[i].code;
        return w.n;
    }
    return s.n >= 3 && (s.n == 3 || !is_letter(s.p[3])) && is_code(s, code) ? 3 : 0;
}

size_t money_last(struct str s, struct str *code)
{
    if (!s.n || (s.p[s.n - 1] >= '0' && s.p[s.n - 1] <= '9')) return 0;
    for (size_t i = 0; i < sizeof CURRENCIES / sizeof *CURRENCIES; i++) {
        struct str w = CURRENCIES[i].written;
        if (w.p[w.n - 1] != s.p[s.n - 1] || !str_ends(s, w)) continue;
        if (is_letter(w.p[0]) && w.n < s.n && is_letter(s.p[s.n - w.n - 1])) continue;
        *code = CURRENCIES[i].code;
        return w.n;
    }
    return s.n >= 3 && (s.n == 3 || !is_letter(s.p[s.n - 4])) && is_code(str_slice(s, s.n - 3, s.n), code) ? 3 : 0;
}
