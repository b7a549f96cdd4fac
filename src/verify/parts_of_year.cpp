#include "verify/parts_of_year.h"

namespace hoego {

const std::vector<PartOfYear>& parts_of_year() {
  static const std::vector<PartOfYear> all = {{"1분기", 1, 3, Fineness::Season},
                                              {"2분기", 4, 6, Fineness::Season},
                                              {"3분기", 7, 9, Fineness::Season},
                                              {"4분기", 10, 12, Fineness::Season},
                                              {"1/4분기", 1, 3, Fineness::Season},
                                              {"2/4분기", 4, 6, Fineness::Season},
                                              {"3/4분기", 7, 9, Fineness::Season},
                                              {"4/4분기", 10, 12, Fineness::Season},
                                              {"첫 분기", 1, 3, Fineness::Season},
                                              {"마지막 분기", 10, 12, Fineness::Season},
                                              {"q1", 1, 3, Fineness::Season},
                                              {"q2", 4, 6, Fineness::Season},
                                              {"q3", 7, 9, Fineness::Season},
                                              {"q4", 10, 12, Fineness::Season},
                                              {"the first quarter", 1, 3, Fineness::Season},
                                              {"the second quarter", 4, 6, Fineness::Season},
                                              {"the third quarter", 7, 9, Fineness::Season},
                                              {"the fourth quarter", 10, 12, Fineness::Season},
                                              {"the last quarter", 10, 12, Fineness::Season},
                                              {"the first three months", 1, 3, Fineness::Season},
                                              {"상반기", 1, 6, Fineness::Half},
                                              {"하반기", 7, 12, Fineness::Half},
                                              {"연초", 1, 2, Fineness::Season},
                                              {"여름", 6, 8, Fineness::Season},
                                              {"가을", 9, 11, Fineness::Season},
                                              {"spring", 3, 5, Fineness::Season},
                                              {"summer", 6, 8, Fineness::Season},
                                              {"autumn", 9, 11, Fineness::Season},
                                              {"the first half", 1, 6, Fineness::Half},
                                              {"the second half", 7, 12, Fineness::Half},
                                              {"the fall", 9, 11, Fineness::Season},
                                              {"봄", 3, 5, Fineness::Season}};
  return all;
}

}  // namespace hoego
