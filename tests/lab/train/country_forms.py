"""Declension of names of countries, and of the adjectives and words for their people, as far as a rule tells it.

Used by country_names.py. Forms that no rule gives are written out in country_words.csv. A form too many does no harm
while it is no other word.
"""
import re

# Names -----------------------------------------------------------------------------------------------------------

POLISH_PLURAL = {  # genitive of plural names; the other cases follow from the nominative
    'Niemcy': 'Niemiec', 'Włochy': 'Włoch', 'Czechy': 'Czech', 'Węgry': 'Węgier', 'Chiny': 'Chin', 'Indie': 'Indii',
    'Filipiny': 'Filipin', 'Stany': 'Stanów', 'Emiraty': 'Emiratów', 'Bahamy': 'Bahamów', 'Malediwy': 'Malediwów',
    'Seszele': 'Seszeli', 'Komory': 'Komorów', 'Wyspy': 'Wysp', 'Bałkany': 'Bałkanów', 'Karaiby': 'Karaibów',
    'Niderlandy': 'Niderlandów', 'Bermudy': 'Bermudów', 'Kajmany': 'Kajmanów', 'Narody': 'Narodów',
    'Ameryki': 'Ameryk', 'Zjednoczone': 'Zjednoczonych', 'Arabskie': 'Arabskich', 'Marshalla': 'Marshalla'}
POLISH_LOCATIVE = {'Niemcy': 'Niemczech', 'Włochy': 'Włoszech', 'Węgry': 'Węgrzech'}
POLISH_ALONE = {'i', 'na', 'Salomona', 'Kości', 'Słoniowej', 'Konga', 'Zielonego', 'Południowej', 'Marshalla', 'Turcji',
                'Kokosowe', 'Bliski'}
SOFTENED = {'ra': 'rze', 'ta': 'cie', 'da': 'dzie', 'na': 'nie', 'ma': 'mie', 'ba': 'bie', 'wa': 'wie', 'pa': 'pie',
            'ga': 'dze', 'ka': 'ce', 'la': 'li', 'ła': 'le', 'sa': 'sie', 'za': 'zie', 'cha': 'sze', 'ia': 'ii', 'ja': 'ji',
            'sza': 'szy', 'ca': 'cy', 'rza': 'rzy'}
LOCATIVE = {'t': 'cie', 'd': 'dzie', 'n': 'nie', 'm': 'mie', 'r': 'rze', 'w': 'wie', 'b': 'bie', 'p': 'pie', 's': 'sie',
            'z': 'zie', 'ł': 'le'}


def polish_word(w):
    """The forms of a word by case: genitive, dative, accusative, instrumental, locative."""
    if w in POLISH_ALONE or w.isupper():
        return [w] * 5
    if w in POLISH_PLURAL:
        stem = w[:-1]
        if w in ('Zjednoczone', 'Arabskie'):
            stem, y = (w[:-1], 'y') if w == 'Zjednoczone' else ('Arabsk', 'i')
            return [stem + y + 'ch', stem + y + 'm', w, stem + y + 'mi', stem + y + 'ch']
        return [POLISH_PLURAL[w], stem + 'om', w, stem + 'ami', POLISH_LOCATIVE.get(w, stem + 'ach')]
    if w.endswith(('ska', 'cka')) and w != 'Alaska':  # adjectives; Polska as well but for the locative
        if w == 'Polska':
            return ['Polski', 'Polsce', 'Polskę', 'Polską', 'Polsce']
        return [w[:-1] + 'iej', w[:-1] + 'iej', w[:-1] + 'ą', w[:-1] + 'ą', w[:-1] + 'iej']
    if w in (
            'Południowa', 'Wielka', 'Nowa', 'Północna', 'Środkowa', 'Zachodnia', 'Wschodnia', 'Równikowa', 'Ludowa',
            'Demokratyczna'):
        stem = w[:-1]
        ej = 'iej' if stem.endswith('k') else 'ej'
        return [stem + ej, stem + ej, stem + 'ą', stem + 'ą', stem + ej]
    if w in ('Południowy', 'Wschodni', 'Północny'):
        stem = w.rstrip('y')
        y = '' if w.endswith('i') else 'y'
        return [stem + 'ego', stem + 'emu', w, stem + y + 'm', stem + y + 'm']
    if w.endswith(('ea', 'ua')):  # Korea, Gwinea, Nikaragua
        return [w[:-1] + 'i', w[:-1] + 'i', w[:-1] + 'ę', w[:-1] + 'ą', w[:-1] + 'i']
    if w.endswith('a'):
        for end in (3, 2):
            if w[-end:] in SOFTENED:
                soft = w[:-end] + SOFTENED[w[-end:]]
                break
        else:
            soft = w
        if w[-2:] == 'ia' and w[-3:-2] not in 'rdtnlgkcfbpmwsz':
            soft = w[:-1]
        i = w[:-1] + ('i' if w[-2] in 'kgjil' else 'y')
        if w.endswith('nia') and w[-4:] not in ('inia', 'enia', 'onia', 'ania', 'unia', 'znia', 'rnia', 'lnia'):
            i = soft = w[:-1]
        return [i, soft, w[:-1] + 'ę', w[:-1] + 'ą', soft]
    if w.endswith(('n', 't', 'd', 'r', 'm', 's', 'z', 'b', 'p', 'w', 'l', 'k', 'g', 'j', 'ch', 'ż', 'sz', 'ń', 'x')):
        stem = w
        if w == 'Izrael':
            return ['Izraela', 'Izraelowi', w, 'Izraelem', 'Izraelu']
        if w == 'Cypr':
            return ['Cypru', 'Cyprowi', 'Cypr', 'Cyprem', 'Cyprze']
        em = 'iem' if w[-1] in 'kg' else 'em'
        locative = stem[:-1] + LOCATIVE[w[-1]] if w[-1] in LOCATIVE and not w.endswith(('sz', 'cz', 'rz')) else stem + 'u'
        return [stem + 'u', stem + 'owi', w, stem + em, locative]
    if w.endswith('ko') or w.endswith('wo') or w.endswith('stwo'):  # Maroko, Kosowo, Królestwo
        stem = w[:-1]
        return [stem + 'a', stem + 'u', w, stem + ('iem' if stem.endswith('k') else 'em'),
                stem + 'u' if stem.endswith('k') else stem[:-1] + 'wie']
    return [w] * 5


def russian_word(w):
    """The forms of a word by case: genitive, dative, accusative, instrumental, prepositional."""
    if not w[:1].isupper() or w.isupper():
        if w.lower() in ('республика', 'острова', 'союз', 'федерация'):
            pass
        else:
            return [w] * 5
    low = w.lower()
    if low.endswith('ская') or low in ('южная', 'северная', 'новая', 'западная', 'восточная', 'центральная', 'народная',
                                       'экваториальная', 'демократическая', 'великая', 'латинская', 'юго-восточная'):
        stem = w[:-2]
        return [stem + 'ой', stem + 'ой', stem + 'ую', stem + 'ой', stem + 'ой']
    if low.endswith(('ские', 'ённые', 'енные', 'ждённые')):
        stem, y = w[:-2], 'и' if low.endswith('ие') else 'ы'
        return [stem + y + 'х', stem + y + 'м', w, stem + y + 'ми', stem + y + 'х']
    if low.endswith(('ский', 'ный')) and low != 'нанкин':
        stem = w[:-2]
        y = 'и' if low.endswith('ий') else 'ы'
        return [stem + 'ого', stem + 'ому', w, stem + y + 'м', stem + 'ом']
    if low in ('южный', 'восточный'):
        return [w[:-2] + 'ого', w[:-2] + 'ому', w, w[:-2] + 'ым', w[:-2] + 'ом']
    if low.endswith('острова'):
        return [w[:-1], w + 'м', w, w + 'ми', w + 'х']
    if low == 'соединённое':
        return [w[:-1] + 'го', w[:-1] + 'му', w, w[:-2] + 'ым', w[:-1] + 'м']
    if low.endswith('ство'):
        return [w[:-1] + 'а', w[:-1] + 'у', w, w + 'м', w[:-1] + 'е']
    if low == 'египет':
        w = w[:-2] + 'т'
        return [w + 'а', w + 'у', 'Египет', w + 'ом', w + 'е']
    if low in ('штаты', 'нидерланды', 'эмираты', 'балканы', 'мальдивы', 'коморы', 'багамы', 'карибы', 'филиппины', 'сейшелы',
               'бермуды', 'объединенные', 'объединённые', 'нации', 'сша'):
        if low == 'нации':
            return ['Наций', 'Нациям', w, 'Нациями', 'Нациях']
        stem = w[:-1]
        genitive = stem if low in ('филиппины', 'бермуды', 'мальдивы', 'багамы', 'сейшелы', 'карибы') else stem + 'ов'
        if low in ('балканы',):
            genitive = stem
        return [genitive, stem + 'ам', w, stem + 'ами', stem + 'ах']
    if low.endswith('ия'):
        return [w[:-1] + 'и', w[:-1] + 'и', w[:-1] + 'ю', w[:-1] + 'ей', w[:-1] + 'и']
    if low.endswith(('уа', 'оа')):
        return [w] * 5
    if low.endswith('я'):
        return [w[:-1] + 'и', w[:-1] + 'е', w[:-1] + 'ю', w[:-1] + 'ей', w[:-1] + 'е']
    if low.endswith('а') and low != 'сша':
        y = 'и' if low[-2] in 'кгхжшчщ' else 'ы'
        return [w[:-1] + y, w[:-1] + 'е', w[:-1] + 'у', w[:-1] + 'ой', w[:-1] + 'е']
    if low.endswith('ь'):
        if low in ('израиль', 'сахель'):
            return [w[:-1] + 'я', w[:-1] + 'ю', w, w[:-1] + 'ем', w[:-1] + 'е']
        return [w[:-1] + 'и', w[:-1] + 'и', w, w + 'ю', w[:-1] + 'и']
    if low.endswith('й'):
        return [w[:-1] + 'я', w[:-1] + 'ю', w, w[:-1] + 'ем', w[:-1] + 'е']
    if low[-1] in 'бвгджзклмнпрстфхцчшщ':
        return [w + 'а', w + 'у', w, w + 'ом', w + 'е']
    return [w] * 5


def by_words(name, decline):
    """All cases of a name, its words declined alike: Южной Кореи, Bośni i Hercegowiny."""
    parts = re.split('([ -])', name)
    cases = zip(*[decline(p) if p not in (' ', '-') else [p] * 5 for p in parts])
    return [name] + [''.join(case) for case in cases]


RUSSIAN_HEAD = {'Республика', 'Королевство', 'Острова', 'острова', 'Организация', 'Тринидад'}


def russian(name):
    if name.endswith('ь') and name in ('Бразилия',):
        return [name]
    if name in ('Израиль',):
        return [name] + russian_word(name)
    words = name.split(' ')
    if name.startswith('Папуа'):
        return [name] + [name.split('Новая')[0] + f for f in by_words('Новая Гвинея', russian_word)]
    if '-' in name and len(words) == 1:  # Гвинея-Бисау, Шри-Ланка, Коста-Рика: one of the parts
        first, last = name.split('-', 1)
        forms = [first + '-' + f for f in russian_word(last)]
        if first.endswith('я'):
            forms += [f + '-' + last for f in russian_word(first)]
        return [name] + [f.replace("д'", "д’") for f in forms] + forms
    if words[0] in ('Республика', 'Организация'):
        return [name] + [f + name[len(words[0]):] for f in russian_word(words[0])]
    if words[-1] in ('Америки', 'Родезия') and len(words) > 2:
        return [f + ' ' + words[-1] for f in by_words(' '.join(words[:-1]), russian_word)]
    return by_words(name, russian_word)


def german(name):
    """The adjective that a name begins with: der Vereinigten Staaten, Tschechischer Republik."""
    first, _, rest = name.partition(' ')
    for end in ('ische', 'igte', 'ierte', 'inte', 'liche', 'ere'):
        if rest and first.endswith((end, end + 's')):
            stem = first.rstrip('s')
            return [name] + [f'{stem}{e} {rest}' for e in ('', 'n', 'r', 's')] + (
                [f'{stem}n {rest}s'] if rest.endswith('reich') else [])
    return [name]


def greek(name):
    return [name, name + 'ς'] if ' ' not in name and name.endswith(('α', 'η', 'ά', 'ή')) else [name]


def ukrainian_word(w):
    if not w[:1].isupper() or w.isupper():
        return [w] * 4
    if w.endswith('ія'):
        return [w[:-1] + 'ї', w[:-1] + 'ю', w[:-1] + 'єю', w[:-1] + 'ї']
    if w.endswith('а'):
        if w[-3:] in ('ська', 'цька') or w.endswith(('ська', 'цька', 'нічна', 'денна', 'Нова', 'Велика')):
            return [w[:-1] + 'ої', w[:-1] + 'у', w[:-1] + 'ою', w[:-1] + 'ій']
        if w[-2] in 'щшчж':
            return [w[:-1] + 'і', w[:-1] + 'у', w[:-1] + 'ею', w[:-1] + 'і']
        soft = {'к': 'ці', 'г': 'зі', 'х': 'сі'}.get(w[-2])
        return [w[:-1] + 'и', w[:-1] + 'у', w[:-1] + 'ою', w[:-2] + soft if soft else w[:-1] + 'і']
    if w[-1] in 'бвгджзклмнпрстфхцчш':
        return [w + 'у', w + 'ові', w + 'ом', w + 'і']
    if w.endswith('й'):
        return [w[:-1] + 'ю', w[:-1] + 'єві', w[:-1] + 'єм', w[:-1] + 'ї']
    return [w] * 4


def of_name(language, name):
    if language == 'pl':
        words = name.split(' ')
        if len(words) > 1 and words[-1] in ('Ameryki', 'Konga', 'Turcji', 'Wschód', 'Wschodu', 'Wschodzie', 'Wschodowi'):
            if words[0].startswith('Blisk'):
                return [name]
            return [f + ' ' + words[-1] for f in by_words(' '.join(words[:-1]), polish_word)]
        return by_words(name, polish_word) if name[0].isupper() else [name]
    if language == 'ru':
        forms = russian(name)
        return forms + [f.replace('ё', 'е') for f in forms if 'ё' in f]
    rule = {'de': german, 'el': greek, 'uk': lambda n: by_words(n, ukrainian_word)}.get(language)
    return rule(name) if rule else [name]


# Adjectives and peoples ------------------------------------------------------------------------------------------
# Each gives the forms that may begin with a capital, and those that are written as they are.

def of_german(word):
    alternatives = word.split('/')
    word = alternatives[0]
    if not word[0].isupper() or word.startswith('US-a'):
        return [word + e for e in ('e', 'er', 'en', 'em', 'es')], [word]  # Französisch is the language
    if word.endswith('*'):
        return [word[:-1], word[:-1] + 'r', word[:-1] + 'n'], []
    if len(alternatives) > 1 and not alternatives[1].endswith('in'):
        return alternatives + [word + 'in', word + 'innen'], []
    if word.endswith('er') or word.endswith('i'):
        return [word, word + 's'] + ([word + 'n', word + 'in', word + 'innen'] if word.endswith('er') else []), []
    woman = alternatives[1] if len(alternatives) > 1 else word[:-1] + 'in'
    return [word, word + 'n', woman, woman + 'nen'], []


def of_french(word):
    man, _, woman = word.partition('/')
    if not woman:
        for end, become in (('en', 'enne'), ('ain', 'aine'), ('ais', 'aise'), ('ois', 'oise'), ('ol', 'ole'), ('an', 'ane'),
                            ('and', 'ande'), ('in', 'ine'), ('i', 'ie'), ('ar', 'are'), ('at', 'ate'), ('é', 'ée')):
            if man.endswith(end):
                woman = man[:-len(end)] + become
                break
        else:
            woman = man
    plural = man if man.endswith(('s', 'x')) else man + 's'
    return [man, woman, plural, woman + 's'], []


def of_spanish(word):
    for end, forms in (('és', ('és', 'esa', 'eses', 'esas')), ('án', ('án', 'ana', 'anes', 'anas')),
                       ('ón', ('ón', 'ona', 'ones', 'onas')), ('ol', ('ol', 'ola', 'oles', 'olas')),
                       ('o', ('o', 'a', 'os', 'as')), ('í', ('í', 'íes', 'ís')), ('ú', ('ú', 'úes', 'ús'))):
        if word.endswith(end):
            return [word[:-len(end)] + f for f in forms], []
    return [word, word + ('s' if word[-1] in 'aeiou' else 'es')], []


def of_portuguese(word):
    for end, forms in (('ês', ('ês', 'esa', 'eses', 'esas')), ('ão', ('ão', 'ã', 'ães', 'ãos', 'ãs', 'ões')),
                       ('ol', ('ol', 'ola', 'óis', 'olas')), ('eu', ('eu', 'eia', 'éia', 'eus', 'eias', 'éias')),
                       ('o', ('o', 'a', 'os', 'as'))):
        if word.endswith(end):
            return [word[:-len(end)] + f for f in forms], []
    return [word, word + ('s' if word[-1] in 'aeiou' else 'es')], []


def of_italian(word):
    word, _, plural = word.partition('/')
    if plural:
        return [word, word[:-1] + 'a', plural, word[:-1] + ('he' if word.endswith('co') else 'e')], []
    if word.endswith('co'):
        i = 'ci' if word.endswith(('iaco', 'ico')) else 'chi'
        return [word, word[:-1] + 'a', word[:-2] + i, word[:-2] + 'che'], []
    if word.endswith('go'):
        return [word, word[:-1] + 'a', word[:-1] + 'hi', word[:-1] + 'he'], []
    if word.endswith('o'):
        return [word, word[:-1] + 'a', word[:-1] + 'i', word[:-1] + 'e'], []
    if word.endswith('ta'):
        return [word, word[:-1] + 'i', word[:-1] + 'e'], []
    return [word, word[:-1] + 'i'] if word.endswith('e') else [word], []


def of_dutch(word):
    one, _, many = word.partition('/')
    if many or word.endswith('/'):
        return [], [w for w in (one, many) if w]
    if one.endswith(('s', 'sch')) and not one.endswith('ees'):
        return [], [one] * (one != 'Afrikaans') + [one + 'e']  # Afrikaans is the language
    if one.endswith('ees'):
        return [], [one, one[:-3] + 'ese', one[:-3] + 'ezen']
    if one.endswith('aan'):
        return [], [one, one[:-3] + 'anen', one + 'se']
    if one.endswith(('er', 'ër')) and one != 'Ier':
        return [], [one, one + 's']
    if one.endswith(('een', 'eed', 'aar')):  # Deen, Denen
        return [], [one, one[:-2] + one[-1] + 'en']
    return [], [one, one + ('ten' if one == 'Brit' else 'en')] + [one + "'s"] * one.endswith('i')


POLISH_ADJECTIVE = ('i', 'iego', 'iemu', 'im', 'a', 'iej', 'ą', 'ie', 'ich', 'imi')


def of_polish(word):
    forms = word.split('/')
    one = forms[0]
    if one.endswith('ni'):  # bliskowschodni
        return [one] + [one + e for e in ('ego', 'emu', 'm', 'a', 'ej', 'ą', 'e', 'ch', 'mi')], []
    if not one[0].isupper():
        return [one[:-1] + e for e in POLISH_ADJECTIVE] + [one[:-2] + 'cy', one[:-2] + 'ko'], []

    def woman(w):
        return [w[:-1] + e for e in ('a', 'i', 'ę', 'ą')] + [w[:-2] + e for e in ('ce', 'ek')] + [
            w + e for e in ('m', 'mi', 'ch')] if w.endswith('ka') else [w]
    if one.endswith('anin'):
        stem = one[:-2]
        return [], [one] + [one + e for e in ('a', 'owi', 'em', 'ie')] + [stem + e for e in ('ie', '', 'ów', 'om', 'ami', 'ach')] + \
            woman(stem + 'ka')
    if one.endswith('iec'):
        stem = {'Niemiec': 'Niemc'}.get(one, one[:-4] + 'ńc')
        feminine = {'Niemiec': 'Niemka'}.get(one, one[:-4] + 'nka')
        return [], [one] + [stem + e for e in ('a', 'owi', 'em', 'u', 'y', 'ów', 'om', 'ami', 'ach')] + woman(feminine)
    if one.endswith('zec'):
        return [], [one] + [one[:-2] + 'c' + e for e in ('a', 'owi', 'em', 'u', 'y', 'ów', 'om', 'ami', 'ach')]
    if one.endswith('czyk'):
        stem = one[:-1]
        feminine = one[:-4].replace('ń', 'n') + 'ka'  # Chińczyk, Chinka
        return [], [one] + [one + e for e in ('a', 'owi', 'iem', 'u', 'ów', 'om', 'ami', 'ach')] + [stem + 'cy'] + woman(feminine)
    if one in ('Grek', 'Turek'):
        stem = {'Grek': 'Grek', 'Turek': 'Turk'}[one]
        feminine = {'Grek': 'Greczynka', 'Turek': 'Turczynka'}[one]
        return [], [one, stem[:-1] + 'cy'] + [stem + e for e in ('a', 'owi', 'iem', 'u', 'ów', 'om', 'ami', 'ach')] + woman(feminine)
    if one == 'Azjata':
        return [], [one, 'Azjaty', 'Azjatów', 'Azjatom', 'Azjaci']
    stem = {'Węgier': 'Węgr', 'Fin': 'Fin', 'Holender': 'Holendr'}.get(one, one)
    plural = next((f for f in forms[1:] if not f.endswith('ka')), None)
    feminine = next((f for f in forms[1:] if f.endswith('ka')), {
        'k': one[:-1] + 'czka', 'g': one[:-1] + 'żka'}.get(one[-1], one + 'ka'))
    soft = {'z': 'zi', 'd': 'dzi', 't': 'ci', 'r': 'rzy', 'n': 'ni', 'k': 'cy', 'ł': 'łowie', 's': 'si', 'b': 'bowie'}
    return [], [one] + [stem + e for e in ('a', 'owi', 'em', 'iem', 'ie', 'ów', 'om', 'ami', 'ach')] + [
        plural or stem[:-1] + soft.get(stem[-1], stem[-1] + 'i'), stem + 'owie'] + woman(feminine)


RUSSIAN_ADJECTIVE = ('ий', 'ого', 'ому', 'им', 'ом', 'ая', 'ой', 'ую', 'ое', 'ие', 'их', 'ими')


def of_russian(word):
    one, _, given = word.partition('/')
    if one.endswith('ый'):
        return [one[:-2] + e for e in ('ый', 'ого', 'ому', 'ым', 'ом', 'ая', 'ой', 'ую', 'ое', 'ые', 'ых', 'ыми')], []
    if one.endswith('ий'):
        return [one[:-2] + e for e in RUSSIAN_ADJECTIVE], []

    def woman(w, many=None):  # -ка
        return [w[:-1] + e for e in ('а', 'и', 'е', 'у', 'ой')] + [many or w[:-2] + 'ок'] + [w + e for e in ('м', 'ми', 'х')]
    if one.endswith('ец'):
        stem = one[:-2] + 'ц'
        if one[-3] in 'аиеоу' and one[-3:] != 'нец':
            stem = one[:-2] + 'йц'
        stem = {'немец': 'немц'}.get(one, stem)
        base = one[:-2]
        feminine = {'немец': 'немка', 'китаец': 'китаянка', 'кореец': 'кореянка', 'индиец': 'индианка'}.get(
            one, base + ('йка' if one[-3] in 'иеаоу' else 'ка'))
        return [one] + [stem + e for e in ('а', 'у', 'ем', 'ом', 'е', 'ы', 'ев', 'ов', 'ам', 'ами', 'ах')] + woman(feminine), []
    if one.endswith('нин'):
        stem = one[:-2]
        return [one] + [one + e for e in ('а', 'у', 'ом', 'е')] + [stem + e for e in ('е', '', 'ам', 'ами', 'ах')] + woman(stem + 'ка'), []
    if one.endswith('ин'):
        stem = given or one
        return [one] + [one + e for e in ('а', 'у', 'ом', 'е')] + [stem + e for e in ('ы', '', 'ам', 'ами', 'ах')], []
    stem = {'турок': 'турк'}.get(one, one)
    y = 'и' if stem[-1] in 'кгхшж' else 'ы'
    return [one] + [stem + e for e in ('а', 'у', 'ом', 'е', y, 'ов', 'ам', 'ами', 'ах')], []


def of_words(language, field, is_tongue):
    """The forms that may begin with a capital, those written as they are, and which of both name the language as well."""
    rule = {'de': of_german, 'fr': of_french, 'es': of_spanish, 'pt': of_portuguese, 'it': of_italian, 'nl': of_dutch,
            'pl': of_polish, 'ru': of_russian}[language]
    free, exact, tongues = [], [], []
    for word in field.split(','):
        a, b = rule(word)
        free += a
        exact += b
        if is_tongue:  # the form that it is given in; German and Dutch adjectives alone
            if language in ('fr', 'es', 'pt', 'it') and not word.startswith(('nord', 'sud', 'sul', 'nor', 'sur')):
                tongues += a[:1]
            elif language == 'nl' and word.endswith(('s', 'sch')):
                tongues += b[:1]
            elif language == 'de' and not word[0].isupper():
                tongues += [word, word + 'en']
    return free, exact, tongues
