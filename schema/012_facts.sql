-- Keys that are the same on every server, and facts: what an article's structure says, worked out while it is loaded.

-- The function item_key of before depended on the database's locale: a Turkish one made "ındıa" of INDIA. The loader writes
-- keys itself (loader/facts/item_key.h tells the rule), and this function gives a question the same bytes under every
-- locale: no collation but "C", no class of characters but those written out. tests/e2e/item_key.bats compares
-- the two.

-- Its body is generated: tests/lab/train/lower_case.py --sql.
CREATE OR REPLACE FUNCTION lower_case(text text) RETURNS text
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 20
AS $$
DECLARE
  key text COLLATE "C" := lower(text COLLATE "C");
BEGIN
  IF octet_length(key) = length(key) THEN
    RETURN key;
  END IF;
  IF key ~ '[\u00C0-\u00DE]' THEN
    key := translate(key,
      'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ',
      'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþ');
  END IF;
  IF key ~ '[\u0100-\u024E]' THEN
    key := translate(key,
      'ĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƁƂƄƆƇƉƊƋƎƏƐƑƓƔƖƗƘƜƝƟƠƢƤƦƧƩƬƮƯƱƲƳƵƷƸƼǄǅǇǈǊǋǍǏǑǓǕǗǙǛǞǠǢǤǦǨǪǬǮǱǲǴǶǷǸǺǼǾȀȂȄȆȈȊȌȎȐȒȔȖȘȚȜȞȠȢȤȦȨȪȬȮȰȲȺȻȽȾɁɃɄɅɆɈɊɌɎ',
      'āăąćĉċčďđēĕėęěĝğġģĥħĩīĭįiĳĵķĺļľŀłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷÿźżžɓƃƅɔƈɖɗƌǝəɛƒɠɣɩɨƙɯɲɵơƣƥʀƨʃƭʈưʊʋƴƶʒƹƽǆǆǉǉǌǌǎǐǒǔǖǘǚǜǟǡǣǥǧǩǫǭǯǳǳǵƕƿǹǻǽǿȁȃȅȇȉȋȍȏȑȓȕȗșțȝȟƞȣȥȧȩȫȭȯȱȳⱥȼƚⱦɂƀʉʌɇɉɋɍɏ');
  END IF;
  IF key ~ '[\u0370-\u03AB\u03CF-\u03FF]' THEN
    key := translate(key,
      'ͰͲͶͿΆΈΉΊΌΎΏΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΪΫϏϘϚϜϞϠϢϤϦϨϪϬϮϴϷϹϺϽϾϿ',
      'ͱͳͷϳάέήίόύώαβγδεζηθικλμνξοπρστυφχψωϊϋϗϙϛϝϟϡϣϥϧϩϫϭϯθϸϲϻͻͼͽ');
  END IF;
  IF key ~ '[\u0400-\u042F]' THEN
    key := translate(key,
      'ЀЁЂЃЄЅІЇЈЉЊЋЌЍЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ',
      'ѐёђѓєѕіїјљњћќѝўџабвгдежзийклмнопрстуфхцчшщъыьэюя');
  END IF;
  IF key ~ '[\u0460-\u052E]' THEN
    key := translate(key,
      'ѠѢѤѦѨѪѬѮѰѲѴѶѸѺѼѾҀҊҌҎҐҒҔҖҘҚҜҞҠҢҤҦҨҪҬҮҰҲҴҶҸҺҼҾӀӁӃӅӇӉӋӍӐӒӔӖӘӚӜӞӠӢӤӦӨӪӬӮӰӲӴӶӸӺӼӾԀԂԄԆԈԊԌԎԐԒԔԖԘԚԜԞԠԢԤԦԨԪԬԮ',
      'ѡѣѥѧѩѫѭѯѱѳѵѷѹѻѽѿҁҋҍҏґғҕҗҙқҝҟҡңҥҧҩҫҭүұҳҵҷҹһҽҿӏӂӄӆӈӊӌӎӑӓӕӗәӛӝӟӡӣӥӧөӫӭӯӱӳӵӷӹӻӽӿԁԃԅԇԉԋԍԏԑԓԕԗԙԛԝԟԡԣԥԧԩԫԭԯ');
  END IF;
  IF key ~ '[\u0531-\u0556\u10A0-\u10CD\u13A0-\u13F5\u1C90-\u1CBF]' THEN
    key := translate(key,
      'ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖႠႡႢႣႤႥႦႧႨႩႪႫႬႭႮႯႰႱႲႳႴႵႶႷႸႹႺႻႼႽႾႿჀჁჂჃჄჅჇჍᎠᎡᎢᎣᎤᎥᎦᎧᎨᎩᎪᎫᎬᎭᎮᎯᎰᎱᎲᎳᎴᎵᎶᎷᎸᎹᎺᎻᎼᎽᎾᎿᏀᏁᏂᏃᏄᏅᏆᏇᏈᏉᏊᏋᏌᏍᏎᏏᏐᏑᏒᏓᏔᏕᏖᏗᏘᏙᏚᏛᏜᏝᏞᏟᏠᏡᏢᏣᏤᏥᏦᏧᏨᏩᏪᏫᏬᏭᏮᏯᏰᏱᏲᏳᏴᏵᲐᲑᲒᲓᲔᲕᲖᲗᲘᲙᲚᲛᲜᲝᲞᲟᲠᲡᲢᲣᲤᲥᲦᲧᲨᲩᲪᲫᲬᲭᲮᲯᲰᲱᲲᲳᲴᲵᲶᲷᲸᲹᲺᲽᲾᲿ',
      'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆⴀⴁⴂⴃⴄⴅⴆⴇⴈⴉⴊⴋⴌⴍⴎⴏⴐⴑⴒⴓⴔⴕⴖⴗⴘⴙⴚⴛⴜⴝⴞⴟⴠⴡⴢⴣⴤⴥⴧⴭꭰꭱꭲꭳꭴꭵꭶꭷꭸꭹꭺꭻꭼꭽꭾꭿꮀꮁꮂꮃꮄꮅꮆꮇꮈꮉꮊꮋꮌꮍꮎꮏꮐꮑꮒꮓꮔꮕꮖꮗꮘꮙꮚꮛꮜꮝꮞꮟꮠꮡꮢꮣꮤꮥꮦꮧꮨꮩꮪꮫꮬꮭꮮꮯꮰꮱꮲꮳꮴꮵꮶꮷꮸꮹꮺꮻꮼꮽꮾꮿᏸᏹᏺᏻᏼᏽაბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰჱჲჳჴჵჶჷჸჹჺჽჾჿ');
  END IF;
  IF key ~ '[\u1E00-\u1FFC]' THEN
    key := translate(key,
      'ḀḂḄḆḈḊḌḎḐḒḔḖḘḚḜḞḠḢḤḦḨḪḬḮḰḲḴḶḸḺḼḾṀṂṄṆṈṊṌṎṐṒṔṖṘṚṜṞṠṢṤṦṨṪṬṮṰṲṴṶṸṺṼṾẀẂẄẆẈẊẌẎẐẒẔẞẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸỺỼỾἈἉἊἋἌἍἎἏἘἙἚἛἜἝἨἩἪἫἬἭἮἯἸἹἺἻἼἽἾἿὈὉὊὋὌὍὙὛὝὟὨὩὪὫὬὭὮὯᾈᾉᾊᾋᾌᾍᾎᾏᾘᾙᾚᾛᾜᾝᾞᾟᾨᾩᾪᾫᾬᾭᾮᾯᾸᾹᾺΆᾼῈΈῊΉῌῘῙῚΊῨῩῪΎῬῸΌῺΏῼ',
      'ḁḃḅḇḉḋḍḏḑḓḕḗḙḛḝḟḡḣḥḧḩḫḭḯḱḳḵḷḹḻḽḿṁṃṅṇṉṋṍṏṑṓṕṗṙṛṝṟṡṣṥṧṩṫṭṯṱṳṵṷṹṻṽṿẁẃẅẇẉẋẍẏẑẓẕßạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹỻỽỿἀἁἂἃἄἅἆἇἐἑἒἓἔἕἠἡἢἣἤἥἦἧἰἱἲἳἴἵἶἷὀὁὂὃὄὅὑὓὕὗὠὡὢὣὤὥὦὧᾀᾁᾂᾃᾄᾅᾆᾇᾐᾑᾒᾓᾔᾕᾖᾗᾠᾡᾢᾣᾤᾥᾦᾧᾰᾱὰάᾳὲέὴήῃῐῑὶίῠῡὺύῥὸόὼώῳ');
  END IF;
  IF key ~ '[\u2126-\u2132\u2160-\u2183\u24B6-\u24CF\u2C00-\u2C2F\u2C60-\u2CF2\uA640-\uA69A\uA722-\uA7F5\uFF21-\uFF3A\U00010400-\U00010427\U000104B0-\U000104D3\U00010570-\U00010595\U00010C80-\U00010CB2\U000118A0-\U000118BF\U00016E40-\U00016E5F\U0001E900-\U0001E921]' THEN
    key := translate(key,
      'ΩKÅℲⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅬⅭⅮⅯↃⒶⒷⒸⒹⒺⒻⒼⒽⒾⒿⓀⓁⓂⓃⓄⓅⓆⓇⓈⓉⓊⓋⓌⓍⓎⓏⰀⰁⰂⰃⰄⰅⰆⰇⰈⰉⰊⰋⰌⰍⰎⰏⰐⰑⰒⰓⰔⰕⰖⰗⰘⰙⰚⰛⰜⰝⰞⰟⰠⰡⰢⰣⰤⰥⰦⰧⰨⰩⰪⰫⰬⰭⰮⰯⱠⱢⱣⱤⱧⱩⱫⱭⱮⱯⱰⱲⱵⱾⱿⲀⲂⲄⲆⲈⲊⲌⲎⲐⲒⲔⲖⲘⲚⲜⲞⲠⲢⲤⲦⲨⲪⲬⲮⲰⲲⲴⲶⲸⲺⲼⲾⳀⳂⳄⳆⳈⳊⳌⳎⳐⳒⳔⳖⳘⳚⳜⳞⳠⳢⳫⳭⳲꙀꙂꙄꙆꙈꙊꙌꙎꙐꙒꙔꙖꙘꙚꙜꙞꙠꙢꙤꙦꙨꙪꙬꚀꚂꚄꚆꚈꚊꚌꚎꚐꚒꚔꚖꚘꚚꜢꜤꜦꜨꜪꜬꜮꜲꜴꜶꜸꜺꜼꜾꝀꝂꝄꝆꝈꝊꝌꝎꝐꝒꝔꝖꝘꝚꝜꝞꝠꝢꝤꝦꝨꝪꝬꝮꝹꝻꝽꝾꞀꞂꞄꞆꞋꞍꞐꞒꞖꞘꞚꞜꞞꞠꞢꞤꞦꞨꞪꞫꞬꞭꞮꞰꞱꞲꞳꞴꞶꞸꞺꞼꞾꟀꟂꟄꟅꟆꟇꟉꟐꟖꟘꟵＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ𐐀𐐁𐐂𐐃𐐄𐐅𐐆𐐇𐐈𐐉𐐊𐐋𐐌𐐍𐐎𐐏𐐐𐐑𐐒𐐓𐐔𐐕𐐖𐐗𐐘𐐙𐐚𐐛𐐜𐐝𐐞𐐟𐐠𐐡𐐢𐐣𐐤𐐥𐐦𐐧𐒰𐒱𐒲𐒳𐒴𐒵𐒶𐒷𐒸𐒹𐒺𐒻𐒼𐒽𐒾𐒿𐓀𐓁𐓂𐓃𐓄𐓅𐓆𐓇𐓈𐓉𐓊𐓋𐓌𐓍𐓎𐓏𐓐𐓑𐓒𐓓𐕰𐕱𐕲𐕳𐕴𐕵𐕶𐕷𐕸𐕹𐕺𐕼𐕽𐕾𐕿𐖀𐖁𐖂𐖃𐖄𐖅𐖆𐖇𐖈𐖉𐖊𐖌𐖍𐖎𐖏𐖐𐖑𐖒𐖔𐖕𐲀𐲁𐲂𐲃𐲄𐲅𐲆𐲇𐲈𐲉𐲊𐲋𐲌𐲍𐲎𐲏𐲐𐲑𐲒𐲓𐲔𐲕𐲖𐲗𐲘𐲙𐲚𐲛𐲜𐲝𐲞𐲟𐲠𐲡𐲢𐲣𐲤𐲥𐲦𐲧𐲨𐲩𐲪𐲫𐲬𐲭𐲮𐲯𐲰𐲱𐲲𑢠𑢡𑢢𑢣𑢤𑢥𑢦𑢧𑢨𑢩𑢪𑢫𑢬𑢭𑢮𑢯𑢰𑢱𑢲𑢳𑢴𑢵𑢶𑢷𑢸𑢹𑢺𑢻𑢼𑢽𑢾𑢿𖹀𖹁𖹂𖹃𖹄𖹅𖹆𖹇𖹈𖹉𖹊𖹋𖹌𖹍𖹎𖹏𖹐𖹑𖹒𖹓𖹔𖹕𖹖𖹗𖹘𖹙𖹚𖹛𖹜𖹝𖹞𖹟𞤀𞤁𞤂𞤃𞤄𞤅𞤆𞤇𞤈𞤉𞤊𞤋𞤌𞤍𞤎𞤏𞤐𞤑𞤒𞤓𞤔𞤕𞤖𞤗𞤘𞤙𞤚𞤛𞤜𞤝𞤞𞤟𞤠𞤡',
      'ωkåⅎⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻⅼⅽⅾⅿↄⓐⓑⓒⓓⓔⓕⓖⓗⓘⓙⓚⓛⓜⓝⓞⓟⓠⓡⓢⓣⓤⓥⓦⓧⓨⓩⰰⰱⰲⰳⰴⰵⰶⰷⰸⰹⰺⰻⰼⰽⰾⰿⱀⱁⱂⱃⱄⱅⱆⱇⱈⱉⱊⱋⱌⱍⱎⱏⱐⱑⱒⱓⱔⱕⱖⱗⱘⱙⱚⱛⱜⱝⱞⱟⱡɫᵽɽⱨⱪⱬɑɱɐɒⱳⱶȿɀⲁⲃⲅⲇⲉⲋⲍⲏⲑⲓⲕⲗⲙⲛⲝⲟⲡⲣⲥⲧⲩⲫⲭⲯⲱⲳⲵⲷⲹⲻⲽⲿⳁⳃⳅⳇⳉⳋⳍⳏⳑⳓⳕⳗⳙⳛⳝⳟⳡⳣⳬⳮⳳꙁꙃꙅꙇꙉꙋꙍꙏꙑꙓꙕꙗꙙꙛꙝꙟꙡꙣꙥꙧꙩꙫꙭꚁꚃꚅꚇꚉꚋꚍꚏꚑꚓꚕꚗꚙꚛꜣꜥꜧꜩꜫꜭꜯꜳꜵꜷꜹꜻꜽꜿꝁꝃꝅꝇꝉꝋꝍꝏꝑꝓꝕꝗꝙꝛꝝꝟꝡꝣꝥꝧꝩꝫꝭꝯꝺꝼᵹꝿꞁꞃꞅꞇꞌɥꞑꞓꞗꞙꞛꞝꞟꞡꞣꞥꞧꞩɦɜɡɬɪʞʇʝꭓꞵꞷꞹꞻꞽꞿꟁꟃꞔʂᶎꟈꟊꟑꟗꟙꟶａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ𐐨𐐩𐐪𐐫𐐬𐐭𐐮𐐯𐐰𐐱𐐲𐐳𐐴𐐵𐐶𐐷𐐸𐐹𐐺𐐻𐐼𐐽𐐾𐐿𐑀𐑁𐑂𐑃𐑄𐑅𐑆𐑇𐑈𐑉𐑊𐑋𐑌𐑍𐑎𐑏𐓘𐓙𐓚𐓛𐓜𐓝𐓞𐓟𐓠𐓡𐓢𐓣𐓤𐓥𐓦𐓧𐓨𐓩𐓪𐓫𐓬𐓭𐓮𐓯𐓰𐓱𐓲𐓳𐓴𐓵𐓶𐓷𐓸𐓹𐓺𐓻𐖗𐖘𐖙𐖚𐖛𐖜𐖝𐖞𐖟𐖠𐖡𐖣𐖤𐖥𐖦𐖧𐖨𐖩𐖪𐖫𐖬𐖭𐖮𐖯𐖰𐖱𐖳𐖴𐖵𐖶𐖷𐖸𐖹𐖻𐖼𐳀𐳁𐳂𐳃𐳄𐳅𐳆𐳇𐳈𐳉𐳊𐳋𐳌𐳍𐳎𐳏𐳐𐳑𐳒𐳓𐳔𐳕𐳖𐳗𐳘𐳙𐳚𐳛𐳜𐳝𐳞𐳟𐳠𐳡𐳢𐳣𐳤𐳥𐳦𐳧𐳨𐳩𐳪𐳫𐳬𐳭𐳮𐳯𐳰𐳱𐳲𑣀𑣁𑣂𑣃𑣄𑣅𑣆𑣇𑣈𑣉𑣊𑣋𑣌𑣍𑣎𑣏𑣐𑣑𑣒𑣓𑣔𑣕𑣖𑣗𑣘𑣙𑣚𑣛𑣜𑣝𑣞𑣟𖹠𖹡𖹢𖹣𖹤𖹥𖹦𖹧𖹨𖹩𖹪𖹫𖹬𖹭𖹮𖹯𖹰𖹱𖹲𖹳𖹴𖹵𖹶𖹷𖹸𖹹𖹺𖹻𖹼𖹽𖹾𖹿𞤢𞤣𞤤𞤥𞤦𞤧𞤨𞤩𞤪𞤫𞤬𞤭𞤮𞤯𞤰𞤱𞤲𞤳𞤴𞤵𞤶𞤷𞤸𞤹𞤺𞤻𞤼𞤽𞤾𞤿𞥀𞥁𞥂𞥃');
  END IF;
  RETURN key;
END
$$;
COMMENT ON FUNCTION lower_case(text) IS
  'The text in small letters by Unicode 14, character by character and whatever the locale; U+0130 becomes i.';

CREATE OR REPLACE FUNCTION item_key_steps(lowered text) RETURNS text
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 100
AS $$
DECLARE
  key text COLLATE "C" := lowered;
BEGIN
  key := translate(key, E'\u2018\u2019\u201A\u201B\u2032\u02BC\u00B4`\u201C\u201D\u201E\u00AB\u00BB\u2033\u2010\u2011\u2012\u2013\u2014\u2015\u2212', '''''''''''''''''""""""-------');
  key := regexp_replace(key, '[\u00AD\u200B-\u200D\u2060\uFEFF]*[\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000][\u0009-\u000D \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\u00AD\u200B-\u200D\u2060\uFEFF]*', ' ', 'g');
  key := regexp_replace(key, '[\u00AD\u200B-\u200D\u2060\uFEFF]', '', 'g');
  key := regexp_replace(key, '(?<![0-9_A-Za-z\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\u2DFF\u3041-\uD7FF\uE000-\uFDFF\uFE70-\uFEFC\uFF21-\uFF3A\uFF41-\uFF5A\uFF66-\uFFDC\U00010000-\U0001EFFF\U00020000-\U0003FFFF])([A-Za-z\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\u2DFF\u3041-\uD7FF\uE000-\uFDFF\uFE70-\uFEFC\uFF21-\uFF3A\uFF41-\uFF5A\uFF66-\uFFDC\U00010000-\U0001EFFF\U00020000-\U0003FFFF])\.|\.+(?=[ ,;:)]|$)| ?(/) ?', '\1\2', 'g');
  RETURN regexp_replace(key,
    '^[ ,;:]+(the[ ,;:]+)*|^(the[ ,;:]+)+|([ ,;:*\u2020\u2021]|\[([0-9]{1,3}|[a-z]|note [0-9]+|nb [0-9]+|citation needed)\])+$', '', 'g');
END
$$;
COMMENT ON FUNCTION item_key_steps(text) IS 'The steps 3 to 6 of item_key, for names that need more than small letters.';

-- One expression, so that the planner puts it in place of the call; its first branch is for most names.
CREATE OR REPLACE FUNCTION item_key(name text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN octet_length(name) <= 250
      AND name COLLATE "C" ~ '^[0-9A-Za-z\u00C0-\u024F\u0370-\u052F\u3041-\uD7A3&()%$+"''?!#=@_<>{}~|\\-]+(([,:;]? |[,:;])[0-9A-Za-z\u00C0-\u024F\u0370-\u052F\u3041-\uD7A3&()%$+"''?!#=@_<>{}~|\\-]+)*$'
      AND name COLLATE "C" !~ '^[Tt][Hh][Ee][ ,:;]'
      THEN CASE WHEN octet_length(name) = length(name) THEN lower(name COLLATE "C") ELSE lower_case(name) END
    ELSE item_key_steps(lower_case(left(name, 250)))
  END;

-- Stored keys that would come out otherwise are computed anew.
UPDATE entity_names SET name_key = item_key(name) WHERE name_key <> item_key(name);
UPDATE table_cells SET text = text WHERE item_key <> item_key(text);
UPDATE bullets SET text = text WHERE item_key <> item_key(coalesce(label, text));
UPDATE sections SET heading = heading WHERE item_key <> item_key(heading);
UPDATE table_columns SET header = header WHERE header_key <> item_key(header);

-- The table is what this view kept ready.
DROP MATERIALIZED VIEW IF EXISTS item_facts CASCADE;

CREATE TABLE facts (
  document_id bigint NOT NULL,
  fact_no int NOT NULL,
  position int NOT NULL,
  line_no int NOT NULL,
  section_no int NOT NULL,
  table_no int,
  row_no int NOT NULL,
  column_no int,
  element_no int NOT NULL,
  item_column_no int,
  item text NOT NULL,
  item_key text NOT NULL,
  entity_id text,
  attribute text,
  attribute_key text,
  value text NOT NULL,
  value_key text,
  value_entity_id text,
  number double precision,
  unit text,
  date date,
  boolean boolean,
  told_by text NOT NULL,
  support text,
  support_type text,
  amount double precision,
  currency text
);
COMMENT ON TABLE facts IS
$$One row per thing that an article's structure says: item × attribute × value, of table rows, labelled list items, and lists under what names an entity. Worked out while loading, by the names that entity_names had then.
An item or value that names several entities (Germany, France and Italy) gives a fact for each, and so does each element of a list in a cell; cells that say nothing (-, n/a) give none.
The mentions of a table's row or of a list item lead to its facts by document_id, position and row_no (the view entity_facts).$$;
COMMENT ON COLUMN facts.document_id IS 'The article.';
COMMENT ON COLUMN facts.fact_no IS 'Number of the fact in the article, from 1, in reading order.';
COMMENT ON COLUMN facts.position IS 'Position of the table or bullet that says it.';
COMMENT ON COLUMN facts.line_no IS 'Line of the source on which the value''s cell, or the bullet, begins.';
COMMENT ON COLUMN facts.section_no IS 'The section that it stands in.';
COMMENT ON COLUMN facts.table_no IS 'The table; NULL outside of one.';
COMMENT ON COLUMN facts.row_no IS 'Row of the table; 0 outside of one.';
COMMENT ON COLUMN facts.column_no IS 'Column of the value; NULL outside of a table.';
COMMENT ON COLUMN facts.element_no IS 'Number of the value in its cell''s list, from 1.';
COMMENT ON COLUMN facts.item_column_no IS 'Column of the item, where it is the subject of a table''s row: its header says what kind of thing it is; else NULL.';
COMMENT ON COLUMN facts.item IS 'What the fact is about, as written: the row''s subject, a label, a header, a heading.';
COMMENT ON COLUMN facts.item_key IS 'The item normalised as item_key(item) does: compare this one; it is indexed.';
COMMENT ON COLUMN facts.entity_id IS 'The entity, where the item is the name of one and nothing else.';
COMMENT ON COLUMN facts.attribute IS
  'What is told of the item, as written: the header of the value''s column, the first cell of the row, the label, or what leads in a list; NULL where nothing says it.';
COMMENT ON COLUMN facts.attribute_key IS 'The attribute normalised as item_key(attribute) does: header_roles.header_key says what it means.';
COMMENT ON COLUMN facts.value IS 'The value as written: one element of the cell''s list, or the text of a bullet.';
COMMENT ON COLUMN facts.value_key IS 'The value normalised as item_key(value) does; NULL for numbers, dates and texts of more than 100 bytes, which are no names.';
COMMENT ON COLUMN facts.value_entity_id IS 'The entity, where the value is the name of one and nothing else.';
COMMENT ON COLUMN facts.number IS
  'The number, where the whole value is one: 1200000 of "$1.2 million", and of 1.2 under a header that says "US$ million", or beside a line that says that the amounts are in millions. NULL where it could be read in two ways.';
COMMENT ON COLUMN facts.unit IS 'Unit of the number, of the value or the column''s header: %, the code of a currency (ISO 4217), or as written.';
COMMENT ON COLUMN facts.date IS 'The day, where the whole value is one; NULL for 4/5/2024, which can be two days.';
COMMENT ON COLUMN facts.boolean IS 'Whether the value says yes or no.';
COMMENT ON COLUMN facts.support IS
  'What the entity gives, where the fact tells that it gives support: the value, or the attribute where the value is an amount or a yes. NULL for all other facts.';
COMMENT ON COLUMN facts.support_type IS 'Its type, by the longest phrase of support_types in it, else in the attribute; NULL where none fits.';
COMMENT ON COLUMN facts.amount IS 'The sum of money that is given, in whole units of the currency; NULL where the fact tells none.';
COMMENT ON COLUMN facts.currency IS 'ISO 4217 code of that sum.';
COMMENT ON COLUMN facts.told_by IS
  'How it is told: cell (row''s subject and header), header (the header is the item), key (a table of keys and values), label (a labelled list item), under_heading, under_lead_in, under_item (a list under the name of the item).';

-- Of a sample most keys look repeated; these shares of different ones are nearer to the truth (see 005_item_keys.sql).
ALTER TABLE facts ALTER COLUMN item_key SET (n_distinct = -0.1), ALTER COLUMN value_key SET (n_distinct = -0.3);
-- Nothing is found by these, so ANALYZE, a third of what facts cost the server, need not look at them.
ALTER TABLE facts ALTER COLUMN fact_no SET STATISTICS 0, ALTER COLUMN line_no SET STATISTICS 0,
  ALTER COLUMN column_no SET STATISTICS 0, ALTER COLUMN element_no SET STATISTICS 0,
  ALTER COLUMN item_column_no SET STATISTICS 0, ALTER COLUMN item SET STATISTICS 0,
  ALTER COLUMN attribute SET STATISTICS 0, ALTER COLUMN value SET STATISTICS 0;
