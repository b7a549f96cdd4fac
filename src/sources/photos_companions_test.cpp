// What belongs to what, by name: the rules of Google Takeout as the programs that read it document them.
#include "sources/photos_companions.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sources/photos.h"

namespace hoego {
namespace {

using Names = std::vector<std::string>;

Names sorted(Names names) {
  std::sort(names.begin(), names.end());
  return names;
}

struct Pair {
  std::string media;
  std::string sidecar;
};

const std::vector<Pair> pairs = {
    // until 2024
    {"PXL_20211013_220651983.jpg", "PXL_20211013_220651983.jpg.json"},
    {"PXL_20231118_035751175.MP.jpg", "PXL_20231118_035751175.MP.jpg.json"},
    {"PXL_20210102_221126856.MP~2.jpg", "PXL_20210102_221126856.MP~2.jpg.json"},
    {"IMG_0042.MOV", "IMG_0042.MOV.json"},
    // since
    {"IMG_0042.HEIC", "IMG_0042.HEIC.supplemental-metadata.json"},
    {"PXL_20211120_223243932.MOTION-02.jpg", "PXL_20211120_223243932.MOTION-02.jpg.supplemen.json"},
    {"2021-08-08T15_36_24+02_00.JPEG", "2021-08-08T15_36_24+02_00.JPEG.supplemental-me.json"},
    {"Screenshot_20240315-120102_Chrome-and-m.jpg", "Screenshot_20240315-120102_Chrome-and-m.jpg.su.json"},
    {"Screenshot_20240315-120102_Chrome-and-mo.jpg", "Screenshot_20240315-120102_Chrome-and-mo.jpg.s.json"},
    {"PXL_20211120_223243932.MOTION-02.ORIGINAL.jpg", "PXL_20211120_223243932.MOTION-02.ORIGINAL.jpg..json"},
    // the name itself is cut
    {"05yqt21kruxwwlhhgrwrdyb6chhwszi9bqmzu16w0 2.jpg",
     "05yqt21kruxwwlhhgrwrdyb6chhwszi9bqmzu16w0 2.jp.json"},
    {"Urlaub in Knaufspesch in der Schneifel (38).JPG",
     "Urlaub in Knaufspesch in der Schneifel (38).JP.json"},
    {"PXL_20240506_142610305.LONG_EXPOSURE-01.COVER.jpg",
     "PXL_20240506_142610305.LONG_EXPOSURE-01.COVER..json"},
    {"PXL_20230809_203449253.LONG_EXPOSURE-02.ORIGINA.jpg",
     "PXL_20230809_203449253.LONG_EXPOSURE-02.ORIGIN.json"},
    {"original_1d4caa6f-16c6-4c3d-901b-9387de10e528_P.jpg",
     "original_1d4caa6f-16c6-4c3d-901b-9387de10e528_.json"},
    {"😀😃😄😁😆😅😂🤣🥲☺️😊😇🙂🙃😉😌😍🥰😘😗😙😚😋😛.jpg",
     "😀😃😄😁😆😅😂🤣🥲☺️😊😇🙂🙃😉😌😍🥰😘😗😙😚😋.json"},
    {"캐나다 단풍 여행 첫째 날.jpg", "캐나다 단풍 여행 첫째 날.jpg.supplemental-metadata.json"},
    // the number that tells pictures of one name apart
    {"DSC_0101(1).JPG", "DSC_0101.JPG(1).json"},
    {"IMG_2710(12).HEIC", "IMG_2710.HEIC(12).json"},
    {"IMG_2710(1).HEIC", "IMG_2710.HEIC.supplemental-metadata(1).json"},
    {"PXL_20240827_094331806.PORTRAIT(1).jpg", "PXL_20240827_094331806.PORTRAIT.jpg.supplement(1).json"},
    {"13039_327707840323_537645323_9470255_27214_n(1).jpg",
     "13039_327707840323_537645323_9470255_27214_n.j(1).json"},
    {"Backyard_ceremony_wedding_photography_xxxxxxx_m(494).jpg",
     "Backyard_ceremony_wedding_photography_xxxxxxx_(494).json"},
    {"Negative0-36-35(1)(1).jpg", "Negative0-36-35(1).jpg.supplemental-metadata(1).json"},
    {"skytree (2).jpg", "skytree (2).jpg.supplemental-metadata.json"},
    // Google gave the picture an extension that its title has not
    {"Peanut Butter Balls.jpg", "Peanut Butter Balls.supplemental-metadata.json"},
    // edited copies whose original is not there
    {"IMG_3-edited.jpg", "IMG_3.jpg.supplemental-metadata.json"},
    {"IMG_3-수정됨.jpg", "IMG_3.jpg.supplemental-metadata.json"},
    {"IMG_3-\u1109\u116e\u110c\u1165\u11bc\u1103\u116c\u11b7.jpg", "IMG_3.jpg.json"},
    {"PXL_20220405_090123740.PORTRAIT-modifi\u00e9.jpg", "PXL_20220405_090123740.PORTRAIT.jpg.json"},
    {"IMG20231202-bearbeitet.jpg", "IMG20231202.jpg.json"},
    {"IMG_3-編集済み.jpg", "IMG_3.jpg.json"},
    {"20220322_205147-edited(1).jpg", "20220322_205147.jpg.supplemental-metadata(1).json"},
    {"IMG_0042-edited.jpg", "IMG_0042.HEIC.supplemental-metadata.json"},
    {"PXL_20230809_203449253.LONG_EXPOSURE-02.ORI-edi.jpg",
     "PXL_20230809_203449253.LONG_EXPOSURE-02.ORI.jp.json"},
};

TEST(PhotosCompanions, every_documented_form_of_a_takeout_sidecar_is_found) {
  for (const Pair& pair : pairs) {
    const Names siblings = sorted({pair.sidecar, "IMG_9.jpg.json", "metadata.json"});
    EXPECT_EQ(sidecars_of(pair.media, siblings), Names{pair.sidecar}) << pair.media;
    EXPECT_TRUE(may_accompany_photo(pair.sidecar)) << pair.sidecar;
  }
}

TEST(PhotosCompanions, a_sidecar_of_another_picture_is_left_alone) {
  const std::vector<Pair> strangers = {
      {"IMG_10.jpg", "IMG_1.jpg.json"},
      {"IMG_1.jpg", "IMG_10.jpg.json"},
      {"IMG_1.jpg", "IMG_1.jpg(1).json"},
      {"IMG_1(1).jpg", "IMG_1.jpg.json"},
      {"IMG_1(1).jpg", "IMG_1.jpg(2).json"},
      {"IMG_1(1).jpg", "IMG_1.jpg.supplemental-metadata.json"},
      {"IMG_1.jpg", "IMG_1.png.json"},
      {"IMG_1.HEIC", "IMG_1.MOV.json"},
      {"IMG_1.jpg", "IMG_1.jpg.sample.json"},
      {"IMG_1.jpg", "IMG_1.json"},  // other programs' names
      {"metadata.jpg", "metadata.json"},
      {"PXL_20220405_090123741.PORTRAIT-modifi\u00e9.jpg", "PXL_20220405_090123740.PORTRAIT.jpg.json"},
      {"Backyard_ceremony_wedding_photography_xxxxxxx_m(185).jpg",
       "Backyard_ceremony_wedding_photography_xxxxxxx_(494).json"},
      {"IMG_1-edit.jpg", "IMG_1.jpg.json"},  // cut only where the name is as long as can be
      {"IMG_1-effects.jpg", "IMG_1.jpg.json"},
      {"-edited.jpg", ".jpg.json"},
  };
  for (const Pair& pair : strangers) {
    EXPECT_EQ(sidecars_of(pair.media, {pair.sidecar}), Names{}) << pair.media << " and " << pair.sidecar;
  }
}

TEST(PhotosCompanions, a_number_of_the_owners_goes_before_one_of_googles) {
  const Names both = {"skytree(2).jpg.supplemental-metadata.json",
                      "skytree.jpg.supplemental-metadata(2).json"};
  EXPECT_EQ(sidecars_of("skytree(2).jpg", both), Names{both[0]});
}

TEST(PhotosCompanions, two_exports_of_one_account_give_two_sidecars) {
  const Names both = {"IMG_1.jpg.json", "IMG_1.jpg.supplemental-metadata.json"};
  EXPECT_EQ(sidecars_of("IMG_1.jpg", both), both);
}

TEST(PhotosCompanions, the_film_of_the_same_name_and_its_sidecars_come_with_the_picture) {
  const Names siblings =
      sorted({"IMG_1.HEIC.json", "IMG_1.MOV", "IMG_1.MOV.supplemental-metadata.json", "IMG_10.MOV",
              "IMG_1-edited.jpg", "IMG_1-edited.MOV", "IMG_1.xmp", "IMG_2.MOV"});
  EXPECT_EQ(photo_companions("IMG_1.HEIC", siblings),
            sorted({"IMG_1.HEIC.json", "IMG_1.MOV", "IMG_1.MOV.supplemental-metadata.json",
                    "IMG_1-edited.jpg", "IMG_1-edited.MOV", "IMG_1.xmp"}));
  EXPECT_EQ(photo_companions("IMG_2.MOV", siblings), Names{}) << "a film is nobody's picture";
}

TEST(PhotosCompanions, a_pixels_film_has_hardly_an_extension) {
  EXPECT_EQ(movies_beside("PXL_1.MP.jpg", {"PXL_1.MP", "PXL_10.MP"}), Names{"PXL_1.MP"});
  EXPECT_EQ(movies_beside("PXL_1.MP~2.jpg", {"PXL_1.MP", "PXL_1.MP~2"}), Names{"PXL_1.MP~2"});
  EXPECT_EQ(movies_beside("PXL_1.jpg", {"PXL_1.MP"}), Names{"PXL_1.MP"});
  EXPECT_EQ(movies_beside("MVIMG_20190315_120102.jpg", {"MVIMG_20190315_120102"}),
            Names{"MVIMG_20190315_120102"});
  EXPECT_EQ(movies_beside("canada.jpg", {"canada"}), Names{});
  for (const char* name : {"PXL_1.MP", "PXL_1.MP~2", "MVIMG_20190315_120102", "a.MOV", "a.mp4"}) {
    EXPECT_TRUE(may_accompany_photo(name)) << name;
  }
}

TEST(PhotosCompanions, the_edited_copy_comes_with_its_original) {
  for (const char* name :
       {"IMG_1-edited.jpg", "IMG_1-수정됨.jpg", "IMG_1-modifi\u00e9.jpg", "IMG_1-ha editado.jpg"}) {
    EXPECT_EQ(edited_copies_of("IMG_1.jpg", {name}), Names{name});
    EXPECT_TRUE(may_accompany_photo(name)) << name;
    EXPECT_EQ(edited_copies_of("IMG_10.jpg", {name}), Names{});
  }
  EXPECT_EQ(edited_copies_of("IMG_1(1).jpg", {"IMG_1-edited(1).jpg", "IMG_1-edited.jpg"}),
            Names{"IMG_1-edited(1).jpg"});
  EXPECT_EQ(edited_copies_of("IMG_1.HEIC", {"IMG_1-edited.jpg"}), Names{"IMG_1-edited.jpg"});
  const std::string cut = "PXL_20230809_203449253.LONG_EXPOSURE-02.ORI-edi.jpg";
  EXPECT_EQ(edited_copies_of("PXL_20230809_203449253.LONG_EXPOSURE-02.ORI.jpg", {cut}), Names{cut});
  EXPECT_TRUE(may_accompany_photo(cut));
}

TEST(PhotosCompanions, most_names_accompany_nothing) {
  for (const char* name : {"IMG_1.jpg", "notes.txt", "a.json.txt", "canada", "IMG_1-effects.jpg",
                           "x-edited.txt", "", ".", "(1).jpg", "MP"}) {
    EXPECT_FALSE(may_accompany_photo(name)) << name;
  }
}

}  // namespace
}  // namespace hoego
