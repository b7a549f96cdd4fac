#include <algorithm>
#include <array>
#include <utility>

#include "story/particles.h"

namespace hoego {
namespace {

using Reading = std::pair<std::string_view, std::string_view>;

/// Names that are not read as they are spelt, or not as letters. Folded case without accents; sorted by the
/// test.
constexpr std::array<Reading, 161> readings = {{
    {"airbnb", "에어비앤비"},
    {"amazon", "아마존"},
    {"android", "안드로이드"},
    {"apple", "애플"},
    {"apple watch", "애플워치"},
    {"banff", "밴프"},
    {"bangkok", "방콕"},
    {"bard", "바드"},
    {"bear", "베어"},
    {"berlin", "베를린"},
    {"bluesky", "블루스카이"},
    {"boston", "보스턴"},
    {"busan", "부산"},
    {"c#", "시샵"},
    {"c++", "시플러스플러스"},
    {"calgary", "캘거리"},
    {"canada", "캐나다"},
    {"canon", "캐논"},
    {"chatgpt", "챗지피티"},
    {"chicago", "시카고"},
    {"chrome", "크롬"},
    {"chuseok", "추석"},
    {"claude", "클로드"},
    {"clojure", "클로저"},
    {"club", "클럽"},
    {"coda", "코다"},
    {"copilot", "코파일럿"},
    {"cursor", "커서"},
    {"dart", "다트"},
    {"day6", "데이식스"},
    {"discord", "디스코드"},
    {"disney", "디즈니"},
    {"django", "장고"},
    {"docker", "도커"},
    {"drum", "드럼"},
    {"dublin", "더블린"},
    {"edge", "에지"},
    {"emacs", "이맥스"},
    {"excel", "엑셀"},
    {"exif", "엑시프"},
    {"facebook", "페이스북"},
    {"fastapi", "패스트에이피아이"},
    {"figma", "피그마"},
    {"firefox", "파이어폭스"},
    {"fitbit", "핏빗"},
    {"flask", "플라스크"},
    {"flutter", "플러터"},
    {"fujifilm", "후지필름"},
    {"garmin", "가민"},
    {"gemini", "제미나이"},
    {"gif", "지아이에프"},
    {"git", "깃"},
    {"github", "깃허브"},
    {"gitlab", "깃랩"},
    {"gmail", "지메일"},
    {"go", "고"},
    {"google", "구글"},
    {"gradio", "그라디오"},
    {"gym", "짐"},
    {"hanoi", "하노이"},
    {"hashnode", "해시노드"},
    {"haskell", "하스켈"},
    {"homebrew", "홈브루"},
    {"hugging face", "허깅페이스"},
    {"hugo", "휴고"},
    {"instagram", "인스타그램"},
    {"ipad", "아이패드"},
    {"iphone", "아이폰"},
    {"java", "자바"},
    {"javascript", "자바스크립트"},
    {"jekyll", "지킬"},
    {"jira", "지라"},
    {"jpeg", "제이펙"},
    {"json", "제이슨"},
    {"julia", "줄리아"},
    {"jupyter", "주피터"},
    {"kakao", "카카오"},
    {"kakaotalk", "카카오톡"},
    {"keras", "케라스"},
    {"kindle", "킨들"},
    {"kotlin", "코틀린"},
    {"kubernetes", "쿠버네티스"},
    {"kyoto", "교토"},
    {"lab", "랩"},
    {"langchain", "랭체인"},
    {"lean", "린"},
    {"leica", "라이카"},
    {"line", "라인"},
    {"linkedin", "링크트인"},
    {"linux", "리눅스"},
    {"lisbon", "리스본"},
    {"llama", "라마"},
    {"logseq", "로그시크"},
    {"london", "런던"},
    {"lua", "루아"},
    {"macbook", "맥북"},
    {"mastodon", "마스토돈"},
    {"matlab", "매트랩"},
    {"medium", "미디엄"},
    {"melbourne", "멜버른"},
    {"meta", "메타"},
    {"mlops", "엠엘옵스"},
    {"montreal", "몬트리올"},
    {"nagoya", "나고야"},
    {"nasa", "나사"},
    {"netflix", "넷플릭스"},
    {"nikon", "니콘"},
    {"notion", "노션"},
    {"numpy", "넘파이"},
    {"nvidia", "엔비디아"},
    {"oasis", "오아시스"},
    {"obsidian", "옵시디언"},
    {"ollama", "올라마"},
    {"oslo", "오슬로"},
    {"pandas", "판다스"},
    {"paris", "파리"},
    {"photoshop", "포토샵"},
    {"pilates", "필라테스"},
    {"pixel", "픽셀"},
    {"pytest", "파이테스트"},
    {"python", "파이썬"},
    {"pytorch", "파이토치"},
    {"quebec", "퀘벡"},
    {"react", "리액트"},
    {"reddit", "레딧"},
    {"redis", "레디스"},
    {"rome", "로마"},
    {"ruby", "루비"},
    {"rust", "러스트"},
    {"safari", "사파리"},
    {"samsung", "삼성"},
    {"sapporo", "삿포로"},
    {"scala", "스칼라"},
    {"seattle", "시애틀"},
    {"seoul", "서울"},
    {"slack", "슬랙"},
    {"sony", "소니"},
    {"spotify", "스포티파이"},
    {"strava", "스트라바"},
    {"streamlit", "스트림릿"},
    {"svelte", "스벨트"},
    {"swift", "스위프트"},
    {"sydney", "시드니"},
    {"telegram", "텔레그램"},
    {"tensorflow", "텐서플로"},
    {"tistory", "티스토리"},
    {"todoist", "투두이스트"},
    {"tokyo", "도쿄"},
    {"toronto", "토론토"},
    {"twitter", "트위터"},
    {"typescript", "타입스크립트"},
    {"ubuntu", "우분투"},
    {"vancouver", "밴쿠버"},
    {"velog", "벨로그"},
    {"vienna", "빈"},
    {"web", "웹"},
    {"whatsapp", "왓츠앱"},
    {"wikipedia", "위키백과"},
    {"youtube", "유튜브"},
    {"zoom", "줌"},
    {"zotero", "조테로"},
}};

/// Latin letters of ISO 8859-1 and the like, without their accents; everything else as it is.
std::string folded(std::string_view latin) {
  constexpr std::string_view plain_c3 = "aaaaaaaceeeeiiiidnooooo*ouuuuyts";
  std::string out;
  for (std::size_t i = 0; i < latin.size(); ++i) {
    const auto byte = static_cast<unsigned char>(latin[i]);
    if (byte == 0xC3 && i + 1 < latin.size()) {
      const auto low = static_cast<unsigned char>(latin[++i]);
      out += plain_c3.at(low & 0x1F);
    } else {
      out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : static_cast<char>(byte);
    }
  }
  return out;
}

}  // namespace

std::string_view korean_reading(std::string_view latin) {
  const std::string key = folded(latin);
  const auto* const found =
      std::lower_bound(readings.begin(), readings.end(), key,
                       [](const Reading& reading, const std::string& k) { return reading.first < k; });
  return found != readings.end() && found->first == key ? found->second : std::string_view{};
}

}  // namespace hoego
