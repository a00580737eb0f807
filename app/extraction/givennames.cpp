#include "extraction/givennames.h"

#include "text/folding.h"

#include <QSet>

namespace extraction {

namespace {

constexpr QStringView givenNames
    = u"aaron|adam|adrian|agnes|alan|albert|alejandro|alessandro|alex|alexander|alexandra|"
      u"alexandre|"
      u"alexis|alfred|alice|alina|alison|allison|amanda|amelie|amy|ana|anders|andre|andré|andrea|"
      u"andreas|andrei|andrew|andrey|angela|angelika|anil|anja|ann|anna|anne|annette|anthony|"
      u"antoine|anton|antonio|ariane|arnaud|arthur|ashley|astrid|audrey|barbara|bastian|beatrice|"
      u"ben|benjamin|bernard|bernd|bernhard|bettina|bill|birgit|björn|bob|boris|brad|brandon|brian|"
      u"brigitte|bruce|bruno|bryan|camille|carina|carl|carla|carlos|carmen|carol|caroline|cathy|"
      u"catherine|cecilia|charles|charlie|charlotte|chloe|chris|christa|christian|christina|"
      u"christine|christoph|christophe|christopher|claire|clara|claude|claudia|claus|colin|"
      u"cornelia|craig|cristina|dagmar|damien|dan|dana|daniel|daniela|daniele|danielle|dave|david|"
      u"dean|deborah|denis|dennis|derek|diana|diane|diego|dieter|dirk|dmitry|dominik|dominique|don|"
      u"donald|donna|doris|doug|douglas|dylan|ed|eduardo|edward|elena|elisa|elisabeth|elizabeth|"
      u"ellen|emily|emma|emmanuel|enrico|eric|erica|erik|erin|ernst|eva|evan|fabian|fabio|"
      u"federico|felix|fernando|florian|france|francesca|francesco|francis|francisco|franck|"
      u"françois|frank|franz|fred|frederic|frederik|friedrich|gabriel|gabriela|gary|geoff|georg|"
      u"george|georges|gerald|gerd|gerhard|gilles|giovanni|giulia|glenn|gordon|greg|gregor|gregory|"
      u"guido|guillaume|günter|günther|gustavo|hannah|hans|harald|harry|heather|heidi|heike|heiko|"
      u"heinrich|heinz|helen|helena|helga|helmut|henri|henrik|henry|herbert|holger|holly|hugo|ian|"
      u"ines|inga|ingo|ingrid|irena|irene|iris|isabel|isabelle|ivan|jack|jackie|jacob|jacques|jake|"
      u"jakob|james|jamie|jan|jana|jane|janet|jason|javier|jay|jean|jeff|jeffrey|jen|jennifer|"
      u"jens|jeremy|jerome|jerry|jessica|jill|jim|jimmy|joachim|joan|joanna|jochen|joe|joel|joerg|"
      u"johan|johanna|johannes|john|johnny|jon|jonas|jonathan|jordan|jorge|jörg|jose|josé|josef|"
      u"joseph|josh|joshua|juan|judith|julia|julian|julie|julien|jürgen|justin|jutta|karen|karin|"
      u"karl|karsten|kate|katharina|katherine|kathrin|kathy|katie|katja|katrin|keith|kelly|ken|"
      u"kenneth|kerstin|kevin|kim|kirsten|klaus|konrad|kristin|kristina|kurt|kyle|lara|larry|lars|"
      u"laura|lauren|laurent|lea|lena|leo|leon|leonardo|leslie|linda|lisa|liz|lorenz|lorenzo|louis|"
      u"louise|luca|lucas|lucia|lucy|luis|lukas|lutz|lydia|lynn|maddy|manfred|manuel|manuela|mara|"
      u"marc|marcel|marcela|marco|marcus|margaret|maria|maría|marie|marina|mario|marion|mark|"
      u"markus|marta|martha|martin|martina|mary|mat|mateo|mathias|mathieu|matt|matteo|matthew|"
      u"matthias|maureen|maurice|max|maximilian|megan|melanie|melissa|michael|michaela|michal|"
      u"michel|michelle|miguel|mike|mikhail|miriam|mohamed|mohammed|monica|monika|moritz|nadia|"
      u"nadine|nancy|natalia|natalie|nathan|neil|nicholas|nick|nicolas|nicole|niels|niklas|nils|"
      u"nina|noah|nora|norbert|olaf|ole|oliver|olivia|olivier|oscar|oskar|otto|pablo|pamela|paolo|"
      u"pascal|patricia|patrick|paul|paula|paulo|pedro|peggy|per|pete|peter|petra|phil|philip|"
      u"philipp|philippe|pierre|rachel|rafael|rainer|ralf|ralph|raphael|ray|raymond|rebecca|"
      u"reinhard|"
      u"renate|rené|ricardo|richard|rick|robert|roberto|robin|rodrigo|roger|roland|rolf|romain|"
      u"roman|ron|ronald|rosa|ross|roy|rudolf|russell|ruth|ryan|sabine|sally|sam|samantha|samuel|"
      u"sandra|sara|sarah|sascha|scott|sean|sebastian|sebastien|sergei|sergey|sergio|seth|shannon|"
      u"sharon|silke|silvia|simon|simone|sofia|sonja|sophie|stefan|stefanie|stefano|steffen|"
      u"stephan|stephane|stephanie|stephen|steve|steven|stuart|susan|susanne|sven|sylvia|sylvie|"
      u"tanja|tara|ted|teresa|thomas|thorsten|till|tim|timo|tina|tobias|todd|tom|tommy|toni|tony|"
      u"torsten|tracy|trevor|ulf|uli|ulrich|ulrike|ursula|ute|uwe|valentin|valerie|vanessa|vera|"
      u"verena|veronica|victor|victoria|viktor|vincent|vladimir|volker|walter|wendy|werner|will|"
      u"william|wolfgang|yannick|yves|yvonne|zoe";

} // namespace

bool beginsWithGivenName(const QString &name)
{
    static const auto names = [] {
        QSet<QString> read;
        for (const auto word : givenNames.split(u'|'))
            read.insert(text::folded(word));
        return read;
    }();
    return names.contains(text::folded(name.section(u' ', 0, 0)));
}

} // namespace extraction
