#include "text/creditwords.h"

#include "text/folding.h"

#include <QSet>
#include <QStringView>

namespace text {

namespace {

constexpr QStringView labels
    = u"photo|photos|photograph|photographs|photography|photographer|photo credit|photo credits|"
      u"photo courtesy|photo source|photo illustration|file photo|handout photo|picture|pictures|"
      u"picture credit|pic|pics|image|images|image credit|image source|image courtesy|credit|"
      u"credits|courtesy|illustration|graphic|video|screenshot|still|caption credit|"
      u"bild|bilder|bildnachweis|bildquelle|bildrechte|fotograf|fotografin|aufnahme|archivbild|"
      u"archivfoto|symbolbild|symbolfoto|"
      u"foto|fotos|foto credit|foto archivo|foto de archivo|fotografia|fotografía|fotógrafo|"
      u"crédito|créditos|imagen|imágenes|imagem|imagens|crédito da foto|reprodução|divulgação|"
      u"photographie|photographe|crédit|crédit photo|crédits photo|crédits|crédit image|"
      u"crédits photos|visuel|cliché|immagine|immagini|fotografo|ph|"
      u"beeld|fotograaf|fotografie|kuva|kuvaaja|kuvat|foto/|billede|bilde|"
      u"zdjęcie|zdjęcia|fot|autor zdjęcia|snímek|fénykép|fotó|fotók|kép|fotografie de|"
      u"fotoğraf|fotoğraflar|görsel|slika|fotografija|ảnh|hình|hình ảnh|"
      u"фото|фотография|фотографии|фотограф|снимок|иллюстрация|изображение|фотографія|світлина|"
      u"знімок|ілюстрація|снимка|слика|фотографија|φωτογραφία|φωτο|φωτό|"
      u"تصوير|صورة|الصورة|صور|عدسة|المصور|مصدر الصورة|عکس|عکاس|تصویر|تصاویر|فوٹو|"
      u"צילום|צילומים|תמונה|צלם|צלמת|קרדיט|"
      u"फोटो|तस्वीर|छवि|चित्र|फोटो क्रेडिट|इमेज|"
      u"写真|撮影|画像|写真提供|画像提供|提供|摄影|攝影|图|圖|图片|圖片|摄|攝|图源|图片来源|"
      u"圖片來源|供图|供圖|照片|资料图|資料照片|資料照|사진|사진제공|사진 제공|이미지|촬영|ภาพ";

constexpr QStringView phrases
    = u"photo by|photos by|photograph by|photographs by|photography by|photographed by|picture by|"
      u"pictures by|image by|images by|image from|photo from|illustration by|credit to|courtesy of|"
      u"photo courtesy of|image courtesy of|photo via|image via|picture courtesy of|"
      u"foto von|fotos von|bild von|aufnahme von|foto por|foto de|fotos de|fotografía de|"
      u"fotografia de|imagen de|photo de|photo par|photo d'|photographie de|foto di|foto door|"
      u"foto van|beeld van|foto av|foto af|bild av|bilde av|fotograf av|zdjęcie autorstwa|"
      u"фото автора|صورة من|تصوير من";

constexpr QStringView notices
    = u"submitted photo|submitted photos|contributed photo|contributed photos|courtesy photo|"
      u"courtesy photos|provided photo|provided photos|photo provided|photos provided|"
      u"photo submitted|photo contributed|handout photo|staff photo";

constexpr QStringView company
    = u"for|via|and|und|et|y|e|en|och|og|from|of|the|von|van|de|da|di|du|des|del|do|der|den|la|le|"
      u"el|al|bin|archive|archives|archiv|archivo|arquivo|archivio|arkiv|file|files|pool|handout|"
      u"courtesy|"
      u"press|service|staff|by|with|through|per|pour|für|para|i|a|и|для|із|из|і|и|архив|архів|"
      u"images|photo|photos|picture|pictures|media|collection|via|family|police|screenshot|"
      u"contributed|submitted|provided|supplied|stock|symbolbild|archivbild|foto";

constexpr QStringView directions
    = u"left|right|center|centre|top|bottom|above|below|middle|front|back|second left|second from "
      u"left|second right|far left|far right|l|r|c|pictured|file|archive|"
      u"links|rechts|mitte|oben|unten|vorne|hinten|l.|r.|m.|v.l|v.l.n.r|2.v.l|archiv|symbolbild|"
      u"gauche|droite|centre|à gauche|à droite|au centre|en haut|en bas|g|d|archives|"
      u"izquierda|derecha|centro|a la izquierda|a la derecha|i|archivo|"
      u"sinistra|destra|al centro|a sinistra|a destra|esquerda|direita|ao centro|à esquerda|"
      u"à direita|midden|vänster|höger|mitten|t.v|t.h|till vänster|till höger|venstre|højre|høyre|"
      u"vasemmalla|oikealla|keskellä|z lewej|z prawej|w środku|po lewej|po prawej|vlevo|vpravo|"
      u"uprostřed|balra|jobbra|középen|stânga|dreapta|mijloc|solda|sağda|ortada|kiri|kanan|tengah|"
      u"trái|phải|giữa|слева|справа|в центре|слева направо|на снимке|на фото|зліва|справа|у центрі|"
      u"يمين|يسار|وسط|يمينا|يسارا|في الوسط|إلى اليمين|إلى اليسار|أرشيفية|أرشيف|چپ|راست|"
      u"משמאל|מימין|במרכז|ארכיון|左|右|中|上|下|前|後|后|左一|右一|中央|左から|右から|前排|后排|"
      u"中间|左二|右二|資料写真|왼쪽|오른쪽|가운데|자료사진";

using Words = QSet<QString>;

} // namespace

bool isCreditLabel(const QString &word)
{
    static const Words words = foldedWords(labels);
    return words.contains(word);
}

bool isCreditPhrase(const QString &word)
{
    static const Words words = foldedWords(phrases);
    return words.contains(word);
}

bool isCreditNotice(const QString &word)
{
    static const Words words = foldedWords(notices);
    return words.contains(word);
}

bool isCreditCompany(const QString &word)
{
    static const Words words = foldedWords(company);
    return words.contains(word);
}

bool isDirection(const QString &word)
{
    static const Words words = foldedWords(directions);
    return words.contains(word);
}

} // namespace text
