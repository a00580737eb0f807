#include "text/bylinewords.h"

#include "text/folding.h"

#include <QHash>
#include <QSet>
#include <QStringView>

namespace text {

namespace {

constexpr QStringView byWords
    = u"by|written by|words by|story by|text by|report by|reported by|reporting by|posted by|"
      u"published by|created by|contributed by|submitted by|article by|recipe by|"
      u"authored by|analysis by|opinion by|review by|interview by|as told to|"
      u"texte par|texte de|propos recueillis par|article de|article par|recueilli par|"
      u"ein bericht von|eine analyse von|ein kommentar von|ein gastbeitrag von|interview von|"
      u"geschrieben von|verfasst von|erstellt von|veröffentlicht von|publiziert von|gepostet von|"
      u"eingestellt von|publié par|écrit par|rédigé par|posté par|publicado por|scritto da|"
      u"pubblicato da|napisane przez|"
      u"text von|bericht von|analyse von|kommentar von|"
      u"escrito por|texto de|texto por|reportagem de|testo di|a cura di|articolo di|"
      u"geschreven door|tekst av|tekst af|text av|skrevet av|skrevet af|skriven av|"
      u"kirjoittanut|írta|yazan|napsal|napsala|napísal|napísala|oleh|bởi|theo|scris de|"
      u"بقلم|كتب|كتبت|כתב|כתבה|מאת|نوشته|به قلم|تحریر|द्वारा|"
      u"记者|記者|本报记者|本報記者|本刊记者|新华社记者|實習記者|实习记者|特派記者|撰文|作者";

constexpr QStringView prepositions = u"von|par|por|di|da|de|door|av|af|przez|od|του|της|글|文";

constexpr QStringView labels
    = u"author|authors|writer|reporter|byline|words|text|story|report|reporting|contributor|"
      u"contributors|correspondent|"
      u"autor|autoren|autorin|autorinnen|verfasser|verfasserin|redaktion|bericht|von|"
      u"auteur|auteurs|autrice|auteure|texte|par|journaliste|"
      u"autora|autores|autoras|texto|por|redactor|redactora|redação|reportagem|"
      u"autore|autori|testo|di|a cura di|"
      u"door|auteur(s)|tekst|skribent|forfatter|journalist|författare|av|af|"
      u"teksti|kirjoittaja|kirjoittajat|toimittaja|autorzy|autorka|opracowanie|opr|oprac|tekst|"
      u"autoři|napsal|napsala|szerző|szerzők|írta|autorul|autori|yazar|yazan|haber|muhabir|"
      u"автор|авторы|автори|автора|текст|журналист|журналіст|корреспондент|кореспондент|репортёр|"
      u"συντάκτης|του|κείμενο|"
      u"بقلم|كتب|كتبت|الكاتب|الكاتبة|كاتب|إعداد|تقرير|تحرير|المصدر الكاتب|نویسنده|نوشته|گزارش|"
      u"گزارشگر|خبرنگار|تحریر|رپورٹ|مصنف|"
      u"כתב|כתבה|כתבת|מאת|כותב|הכותב|כתבים|"
      u"लेखक|लेखिका|रिपोर्ट|रिपोर्टर|संवाददाता|द्वारा|"
      u"文|記者|记者|作者|撰文|撰稿|取材|执笔|執筆|取材・文|文・取材|本报记者|本報記者|"
      u"筆者|ライター|編集|글|기자|글쓴이|작성자|필자|취재|penulis|reporter|oleh|tác giả|theo|bởi|"
      u"bài|ผู้เขียน|by";

constexpr QStringView works
    = u"foto|fotos|photo|photos|photography|photographs|bild|bilder|bilde|video|film|interview|"
      u"entrevista|intervista|entretien|protokoll|recherche|research|illustration|illustrations|"
      u"illustrationen|grafik|graphics|zeichnungen|images|imagens|fotografie|fotografías|zdjęcia|"
      u"фото|видео|відео|イラスト|写真|摄影";

constexpr QStringView agencies
    = u"afp|agence france-presse|agence france presse|reuters|thomson reuters|associated press|"
      u"the associated press|ap photo|getty|getty images|dpa|epa|epa-efe|efe|ansa|tass|itar-tass|"
      u"ria novosti|xinhua|kyodo|kyodo news|jiji|jiji press|yonhap|newsis|bloomberg|bloomberg news|"
      u"press association|pa media|pa wire|pa images|anadolu|anadolu agency|sputnik|ukrinform|"
      u"interfax|interfax-ukraine|unian|keystone|keystone-sda|belga|ritzau|ritzau scanpix|scanpix|"
      u"ntb|lehtikuva|čtk|mti|agerpres|mediafax|lusa|shutterstock|istock|zuma|zuma press|sipa|sipa "
      u"usa|abaca|abacapress|imago|imago images|picture alliance|picture-alliance|alamy|unsplash|"
      u"pexels|pixabay|nurphoto|magnum photos|redux|polaris|vii|europa press|agência brasil|"
      u"estadão conteúdo|folhapress|adnkronos|lapresse|agi|askanews|hina|tanjug|fena|beta|bta|"
      u"press trust of india|pti|ians|ani|aap|canadian press|the canadian press|cp|wire services|"
      u"agencies|news agencies|agenturen|agences|agencias|agenzie|"
      u"новини|тасс|риа новости|интерфакс|рейтер|афп|укринформ|укрінформ|унн|риа|"
      u"رويترز|أ ف ب|أ.ف.ب|أف ب|فرانس برس|وكالات|الأناضول|د ب أ|وام|واس|سانا|إرنا|ایرنا|ایسنا|"
      u"רויטרס|אי-פי|"
      u"新华社|新華社|中新社|中新网|路透社|路透|法新社|美联社|美聯社|共同社|共同通信|共同|時事|"
      u"時事通信|"
      u"中央社|视觉中国|视觉中國|ロイター|afp時事|afp=時事|연합뉴스|뉴시스|뉴스1|로이터|ttxvn";

// Written in capitals only, as they are words or initials otherwise.
constexpr QStringView shortAgencies
    = u"AP|PA|TT|SDA|APA|ANP|NTB|STT|PAP|MTI|ANA|AA|IPS|UPI|SID|EPD|KNA|CTK|POOL|DPA|POOL "
      u"PHOTO|CNA|PNA|SAPA|ABR|MENA|WAM|SPA|QNA|ATS|CNS|VNA|NINA|SANA|IRNA|ISNA|TNS";

constexpr QStringView jobs
    = u"editor|editors|correspondent|correspondents|reporter|reporters|writer|writers|columnist|"
      u"journalist|contributor|contributing|producer|analyst|critic|staff|newsroom|desk|"
      u"presenter|chief|senior|deputy|special|political|foreign|diplomatic|business|science|health|"
      u"sports|sport|crime|technology|education|environment|economics|"
      u"founder|co-founder|cofounder|ceo|cto|cfo|coo|cmo|vp|president|director|manager|head|"
      u"engineer|developer|architect|consultant|specialist|strategist|coordinator|professor|"
      u"marketer|copywriter|freelance|freelancer|former|scientist|researcher|attorney|lawyer|"
      u"nutritionist|dietitian|therapist|psychologist|instructor|expert|executive|associate|"
      u"geschäftsführer|geschäftsführerin|gründer|gründerin|pressesprecher|pressesprecherin|"
      u"directeur|directrice|fondateur|fondatrice|fundador|fundadora|directora|"
      u"redakteur|redakteurin|redaktion|redakteure|korrespondent|korrespondentin|reporterin|"
      u"journalistin|autor|autorin|volontär|volontärin|chefredakteur|chefredakteurin|leiter|"
      u"leiterin|ressortleiter|unserem|unserer|unseren|mitarbeiter|mitarbeiterin|"
      u"journaliste|rédacteur|rédactrice|correspondant|correspondante|envoyé|envoyée|spécial|"
      u"spéciale|rédaction|chef|reporter|éditorialiste|chroniqueur|chroniqueuse|"
      u"redactor|redactora|corresponsal|periodista|redacción|enviado|enviada|especial|columnista|"
      u"jornalista|repórter|correspondente|redação|colunista|editora|"
      u"giornalista|corrispondente|inviato|inviata|redazione|redattore|redattrice|caporedattore|"
      u"redacteur|verslaggever|verslaggeefster|correspondente|redactie|journaliste|"
      u"redaktör|reporter|korrespondent|skribent|journalist|redaktør|redaktionen|"
      u"utrikeskorrespondent|"
      u"toimittaja|kirjeenvaihtaja|toimitus|dziennikarz|dziennikarka|korespondent|redakcja|"
      u"redaktor|"
      u"redaktorka|újságíró|tudósító|szerkesztő|szerkesztőség|jurnalist|redactor|corespondent|"
      u"muhabir|muhabiri|editör|editörü|yazarı|корреспондент|корреспондентка|обозреватель|редактор|"
      u"журналист|журналистка|редакция|кореспондент|кореспондентка|журналіст|журналістка|редакція|"
      u"специальный|собственный|مراسل|مراسلة|محرر|محررة|صحفي|صحفية|صحافي|صحافية|كاتب|خبرنگار|"
      u"כתב|כתבת|כתבנו|עורך|עורכת|פרשן|פרשנית|संवाददाता|पत्रकार|기자|특파원|논설위원|선임기자|"
      u"인턴기자";

constexpr QStringView ands
    = u"and|&|und|et|y|e|en|och|og|i|ja|és|es|ve|și|şi|si|oraz|a|та|і|й|и|dan|và|και|with|mit|avec|"
      u"con|com|med|with:|и|و|ו|और|और|aur|और|与|和|與|及|と|와|과|และ|as told to|sowie|+";

constexpr QStringView cuts
    = u"in|aus|from|for|at|near|on|am|um|à|au|aux|em|en|i|till|fra|från|für|pour|"
      u"para|per|w|we|v|ve|ze|z|в|"
      u"из|у|із|з|во|для|من|في|از|در|לـ|für|beim|bei|nach|depuis|desde|"
      u"dalla|dal|dall'|dai|nel|nella|"
      u"te|uit|is|who|contributed|—|–|-|via|photos|photo|photographs|"
      u"photography|fotos|foto|fotografie|"
      u"photographie|editing|additional|updated|published|based|of";

constexpr QStringView particles
    = u"de|da|di|do|dos|das|del|della|dello|dei|degli|van|von|vom|der|den|ter|ten|te|la|le|el|al|"
      u"ul|"
      u"bin|ibn|ben|bint|abu|af|av|zu|zur|zum|y|du|des|d'|l'|'t|st|op|het|ar|as|ash|an|ad|bar|"
      u"lo|los|las|e|i|dela|mc|of|the|und|and|upon|le";

constexpr QStringView longPlaces
    = u"new york|los angeles|san francisco|san diego|san jose|hong kong|tel aviv|são paulo|buenos "
      u"aires|mexico city|rio de janeiro|new delhi|cape town|las vegas|kuala lumpur|st petersburg|"
      u"addis ababa|phnom penh|santiago de chile|washington dc|washington d.c|new orleans|abu "
      u"dhabi|"
      u"saint petersburg|the hague|den haag|st. louis|salt lake city|kansas city|united nations|"
      u"ciudad de méxico|la paz|san juan|port-au-prince|frankfurt am main|nova york|nueva york";

using Words = QSet<QString>;

Words readWritten(QStringView list)
{
    Words words;
    for (const auto word : list.split(u'|', Qt::SkipEmptyParts))
        words.insert(word.toString());
    return words;
}

using Leads = QHash<QString, Lead>;

Leads readLeads()
{
    Leads leads;
    for (const auto &word : foldedWords(labels))
        leads.insert(word, Lead::Label);
    for (const auto &word : foldedWords(prepositions))
        leads.insert(word, Lead::Preposition);
    for (const auto &word : foldedWords(byWords))
        leads.insert(word, Lead::By);
    return leads;
}

} // namespace

Lead leadOf(const QString &word)
{
    static const Leads leads = readLeads();
    return leads.value(word, Lead::None);
}

bool isWorkWord(const QString &word)
{
    static const Words words = foldedWords(works);
    return words.contains(word);
}

bool isAgency(QStringView written)
{
    static const Words names = foldedWords(agencies);
    static const Words initials = readWritten(shortAgencies);
    const auto trimmed = written.trimmed();
    return initials.contains(trimmed.toString()) || names.contains(folded(trimmed));
}

bool isJobWord(const QString &word)
{
    static const Words words = foldedWords(jobs);
    return words.contains(word);
}

bool isAnd(const QString &word)
{
    static const Words words = foldedWords(ands);
    return words.contains(word);
}

bool isCutWord(const QString &word)
{
    static const Words words = foldedWords(cuts);
    return words.contains(word);
}

bool isParticle(const QString &word)
{
    static const Words words = foldedWords(particles);
    return words.contains(word);
}

bool isLongPlace(const QString &word)
{
    static const Words words = foldedWords(longPlaces);
    return words.contains(word);
}

} // namespace text
