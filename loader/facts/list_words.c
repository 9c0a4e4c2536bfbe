#include "facts/list_words.h"

// The countries, and the states of countries whose places are usually written with them, between bars.
const char LIST_REGIONS[] =
    "|"
    "côte d'ivoire|côte d’ivoire|afghanistan|alabama|alaska|albania|alberta|algeria|american samoa|andorra|"
    "angola|anguilla|antarctica|antigua and barbuda|argentina|arizona|arkansas|armenia|aruba|australia|austria|"
    "azerbaijan|bahamas|bahrain|bangladesh|barbados|belarus|belgium|belize|benin|bermuda|bhutan|bolivia|"
    "bosnia and herzegovina|botswana|bouvet island|brazil|british columbia|british indian ocean territory|"
    "british virgin islands|brunei|bulgaria|burkina faso|burundi|california|cambodia|cameroon|canada|cape verde|"
    "caribbean netherlands|cayman islands|central african republic|chad|chile|china|christmas island|colombia|"
    "colorado|comoros|connecticut|cook islands|costa rica|croatia|cuba|curaçao|cyprus|czech republic|"
    "czechoslovakia|d.c.|delaware|democratic republic of the congo|denmark|djibouti|dominica|dominican republic|"
    "east germany|east timor|ecuador|egypt|el salvador|england|equatorial guinea|eritrea|estonia|eswatini|"
    "ethiopia|falkland islands|faroe islands|fiji|finland|florida|france|french guiana|french polynesia|"
    "french southern territories|gabon|gambia|georgia|germany|ghana|gibraltar|greece|greenland|grenada|"
    "guadeloupe|guam|guatemala|guernsey|guinea|guinea-bissau|guyana|haiti|hawaii|"
    "heard island and mcdonald islands|honduras|hong kong|hungary|iceland|idaho|illinois|india|indiana|indonesia|"
    "iowa|iran|iraq|ireland|isle of man|israel|italy|ivory coast|jamaica|japan|jersey|jordan|kansas|kazakhstan|"
    "kentucky|kenya|kiribati|kosovo|kuwait|kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|libya|liechtenstein|"
    "lithuania|louisiana|luxembourg|macau|madagascar|maine|malawi|malaysia|maldives|mali|malta|manitoba|"
    "marshall islands|martinique|maryland|massachusetts|mauritania|mauritius|mayotte|mexico|michigan|micronesia|"
    "minnesota|mississippi|missouri|moldova|monaco|mongolia|montana|montenegro|montserrat|morocco|mozambique|"
    "myanmar|namibia|nauru|nebraska|nepal|netherlands|nevada|new brunswick|new caledonia|new hampshire|"
    "new jersey|new mexico|new south wales|new york|new zealand|newfoundland|nicaragua|niger|nigeria|niue|"
    "norfolk island|north carolina|north dakota|north korea|north macedonia|northern ireland|"
    "northern mariana islands|norway|nova scotia|ohio|oklahoma|oman|ontario|oregon|pakistan|palau|palestine|"
    "panama|papua new guinea|paraguay|pennsylvania|peru|philippines|pitcairn islands|poland|portugal|puerto rico|"
    "qatar|quebec|queensland|republic of the congo|rhode island|romania|russia|rwanda|réunion|saint barthélemy|"
    "saint helena|saint kitts and nevis|saint lucia|saint martin|saint pierre and miquelon|"
    "saint vincent and the grenadines|samoa|san marino|saskatchewan|saudi arabia|scotland|senegal|serbia|"
    "seychelles|sierra leone|singapore|sint maarten|slovakia|slovenia|solomon islands|somalia|south africa|"
    "south carolina|south dakota|south georgia and the south sandwich islands|south korea|south sudan|"
    "soviet union|spain|sri lanka|sudan|suriname|svalbard and jan mayen|sweden|switzerland|syria|"
    "são tomé and príncipe|taiwan|tajikistan|tanzania|tasmania|tennessee|texas|thailand|togo|tokelau|tonga|"
    "trinidad and tobago|tunisia|turkey|turkmenistan|turks and caicos islands|tuvalu|u.k.|u.s.|"
    "u.s. virgin islands|u.s.a.|uae|uganda|uk|ukraine|united arab emirates|united kingdom|united states|"
    "united states minor outlying islands|uruguay|us|usa|utah|uzbekistan|vanuatu|vatican city|venezuela|vermont|"
    "victoria|vietnam|virginia|wales|wallis and futuna|washington|west germany|west virginia|western sahara|"
    "wisconsin|wyoming|yemen|yugoslavia|zambia|zimbabwe|åland islands|";

// Words that go on with a sentence behind a comma, or that make what stands there part of what stands before.
const char LIST_GOES_ON[] =
    "|which|who|whom|whose|where|when|while|that|but|so|because|although|though|including|includes|such|as|with|"
    "without|"
    "however|if|then|thus|especially|particularly|per|since|near|aft|alongside|after|before|until|during|despite|due|"
    "da|die|"
    "der|das|welche|dass|weil|wenn|um|aber|sondern|sowie|qui|que|dont|mais|où|pero|donde|cuando|però|che|który|która|"
    "które|że|"
    "aby|ale|Page|page|p.|pp.|Chapter|chapter|Section|section|Vol.|vol.|Seite|S.|Inc|Inc.|Ltd|Ltd.|LLC|LLP|Corp.|Co.|"
    "Jr|Jr.|"
    "Sr|Sr.|PhD|MD|GmbH|S.A.|e.V.|";

// Words after which an enumeration is governed by what stands before: laws of trade, war and peace.
const char LIST_PREPOSITIONS[] =
    "|of|for|to|in|on|with|from|by|against|between|among|within|about|at|into|über|für|von|zu|zur|zum|mit|bei|im|an|"
    "gegen|aus|"
    "des|der|de|du|pour|à|aux|avec|para|por|con|del|di|per|dei|delle|dla|do|na|o|voor|van|met|";

const char LIST_AND[] = "|and|or|und|oder|et|ou|y|e|i|en|";

const char LIST_ENDS[] = "|etc|etc.|usw.|and so on|and more|et al.|";

// Pairs that are one thing.
const char LIST_PAIRS[] =
    "|research and development|command and control|search and rescue|monitoring and evaluation|peace and security|"
    "law and order|health and safety|science and technology|water and sanitation|trade and investment|arts and culture|"
    "oil and gas|supply and demand|forschung und entwicklung|recherche et développement|";

const char LIST_MONTHS[] = "|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|";

// States of the USA by their two letters.
const char LIST_STATES[] =
    "|AK|AL|AR|AZ|CA|CO|CT|DC|DE|FL|GA|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|ME|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|OK|"
    "OR|PA|PR|"
    "RI|SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY|";
