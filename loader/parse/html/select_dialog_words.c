#include "parse/html/select_dialog_words.h"

#include "parse/html/characters.h"

struct stem {
    const char *stem;  // ends in a space where nothing may follow
    uint32_t says;
};

#define COOKIE   DIALOG_COOKIE
#define PASSWORD DIALOG_PASSWORD
#define OFFER    DIALOG_OFFER
#define CHOICE   DIALOG_CHOICE
#define ENTER    DIALOG_ENTER
#define PROOF    DIALOG_PROOF
// clang-format off
// In the order of their bytes.
static const struct stem stems[] = {
    {"18歳以上ですか", PROOF}, {"abbon", OFFER | ENTER}, {"abgelehn", CHOICE}, {"ablehn", CHOICE}, {"abo ", OFFER},
    {"abonn", OFFER | ENTER}, {"accede", ENTER}, {"accedi", ENTER}, {"accept", CHOICE}, {"accetta", CHOICE},
    {"aceit", CHOICE}, {"acept", CHOICE}, {"age verification", PROOF}, {"agree", CHOICE}, {"akcept", CHOICE},
    {"akkoord", CHOICE}, {"aktivieren sie javascript", PROOF}, {"akzept", CHOICE}, {"allow", CHOICE},
    {"altersverifikation", PROOF}, {"anmeld", ENTER}, {"are you a human", PROOF}, {"are you a robot", PROOF},
    {"are you human", PROOF}, {"are you of legal", PROOF}, {"are you over 1", PROOF}, {"are you over 2", PROOF},
    {"assina", OFFER | ENTER}, {"autoris", CHOICE}, {"ben je ouder dan", PROOF}, {"bist du über 18", PROOF},
    {"checking if the site connection", PROOF}, {"checking your browser", PROOF}, {"complete the captcha", PROOF},
    {"confirm you are human", PROOF}, {"confirm your age", PROOF}, {"consent", CHOICE}, {"contraseña", PASSWORD},
    {"cookie", COOKIE}, {"declin", CHOICE}, {"einlogg", ENTER}, {"einverstanden", CHOICE}, {"elfogad", CHOICE},
    {"enable cookies and reload", PROOF}, {"enable javascript and cookies", PROOF},
    {"enable javascript to continue", PROOF}, {"enable javascript to proceed", PROOF},
    {"enable javascript to run", PROOF}, {"enable javascript to view", PROOF}, {"eres mayor de", PROOF},
    {"geen robot", PROOF}, {"godkänn", CHOICE}, {"godta", CHOICE}, {"got it ", CHOICE}, {"hasło", PASSWORD},
    {"heslo", PASSWORD}, {"hyväksy", CHOICE}, {"iniciar", ENTER}, {"inloggen", ENTER},
    {"javascript is disabled in", PROOF}, {"javascript is not available", PROOF}, {"javascript zu aktivieren", PROOF},
    {"javascriptを有効", PROOF}, {"jelszó", PASSWORD}, {"kabul", CHOICE}, {"kein roboter", PROOF}, {"kirjaudu", ENTER},
    {"legal drinking age", PROOF}, {"log in", ENTER}, {"login", ENTER}, {"lösenord", PASSWORD},
    {"mot de passe", PASSWORD}, {"need to enable javascript", PROOF}, {"nie jesteś robotem", PROOF},
    {"no eres un robot", PROOF}, {"no soy un robot", PROOF}, {"non sei un robot", PROOF}, {"not a bot ", PROOF},
    {"not a robot", PROOF}, {"não é um robô", PROOF}, {"ok ", CHOICE}, {"okay ", CHOICE}, {"pas un robot", PROOF},
    {"passcode", PASSWORD}, {"passwor", PASSWORD}, {"permission to access", PROOF}, {"please enable javascript", PROOF},
    {"prenum", OFFER | ENTER}, {"přihlás", ENTER}, {"přijm", CHOICE}, {"rechaz", CHOICE}, {"refuse", CHOICE},
    {"regist", ENTER}, {"reject", CHOICE}, {"rifiuta", CHOICE}, {"salasana", PASSWORD}, {"se connecter", ENTER},
    {"security of your connection", PROOF}, {"sei maggiorenne", PROOF}, {"senha", PASSWORD}, {"sign in", ENTER},
    {"sign up", ENTER}, {"signin", ENTER}, {"signup", ENTER}, {"sind sie über 18", PROOF}, {"solve the captcha", PROOF},
    {"souhlas", CHOICE}, {"subscri", OFFER | ENTER}, {"suscri", OFFER | ENTER}, {"tilaa", OFFER | ENTER},
    {"toestaan", CHOICE}, {"unusual traffic from", PROOF}, {"verify that you are", PROOF}, {"verify you are", PROOF},
    {"verify your age", PROOF}, {"verifying you are", PROOF}, {"veuillez activer javascript", PROOF},
    {"você é maior de", PROOF}, {"wachtwoord", PASSWORD}, {"weiger", CHOICE}, {"włącz javascript", PROOF},
    {"you are human", PROOF}, {"you have been blocked", PROOF}, {"zaloguj", ENTER}, {"zgadzam", CHOICE},
    {"zustimm", CHOICE}, {"şifre", PASSWORD}, {"Войти", ENTER}, {"Парол", PASSWORD}, {"Подпис", OFFER | ENTER},
    {"Принима", CHOICE}, {"Принять", CHOICE}, {"Соглас", CHOICE}, {"вам есть 18", PROOF},
    {"включите javascript", PROOF}, {"войти", ENTER}, {"не робот", PROOF}, {"парол", PASSWORD},
    {"подпис", OFFER | ENTER}, {"принять", CHOICE}, {"соглас", CHOICE}, {"クッキー", COOKIE}, {"パスワード", PASSWORD},
    {"ログイン", ENTER}, {"ロボットではありません", PROOF}, {"人机验证", PROOF}, {"人機驗證", PROOF}, {"会员", OFFER},
    {"会員", OFFER}, {"同意", CHOICE}, {"密码", PASSWORD}, {"密碼", PASSWORD}, {"接受", CHOICE}, {"登入", ENTER},
    {"登录", ENTER}, {"登錄", ENTER}, {"訂閱", OFFER | ENTER}, {"許可", CHOICE}, {"請啟用javascript", PROOF},
    {"订阅", OFFER | ENTER}, {"请启用javascript", PROOF}, {"購読", OFFER | ENTER}, {"구독", OFFER | ENTER},
    {"동의", CHOICE}, {"로그인", ENTER}, {"로봇이 아닙니다", PROOF}, {"비밀번호", PASSWORD}, {"쿠키", COOKIE},
};
// clang-format on
#undef COOKIE
#undef PASSWORD
#undef OFFER
#undef CHOICE
#undef ENTER
#undef PROOF

enum { STEM_COUNT = sizeof stems / sizeof *stems };

// Whether s begins with the stem, in any case of ASCII's letters.
static bool begins(struct str s, const char *stem)
{
    size_t i = 0;
    for (; stem[i] && (stem[i] != ' ' || stem[i + 1]); i++)
        if (i >= s.n || html_lower_letter(s.p[i]) != html_lower_letter(stem[i])) return false;
    return !stem[i] || i == s.n || !str_is_word_byte(s.p[i]);
}

// The first stem that doesn't begin with a lower byte.
static size_t first_of(unsigned char byte)
{
    size_t low = 0, high = STEM_COUNT;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if ((unsigned char)stems[middle].stem[0] < byte) low = middle + 1;
        else high = middle;
    }
    return low;
}

// Of scripts without spaces, U+3000 on: any character may begin a word.
static bool is_wide(unsigned char byte)
{
    return byte >= 0xE3 && byte <= 0xED;
}

uint32_t select_dialog_words(struct str s)
{
    uint32_t says = 0;
    for (size_t at = 0; at < s.n;) {
        unsigned char byte = (unsigned char)html_lower_letter(s.p[at]);
        if (str_is_word_byte(s.p[at]))
            for (size_t i = first_of(byte); i < STEM_COUNT && (unsigned char)stems[i].stem[0] == byte; i++)
                if (begins(str_slice(s, at, s.n), stems[i].stem)) says |= stems[i].says;
        bool word = str_is_word_byte(s.p[at++]);
        while (at < s.n && word == str_is_word_byte(s.p[at]) && !is_wide((unsigned char)s.p[at])) at++;
    }
    return says;
}
