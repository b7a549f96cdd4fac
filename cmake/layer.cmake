# hoego_layer(NAME DEPENDS layer... LINK library...)
# One static library from the folder's .cpp files, and one test program from its *_test.cpp files.
add_library(hoego_options INTERFACE)
target_compile_options(hoego_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow
  $<$<BOOL:${HOEGO_WERROR}>:-Werror>)
# g++ 12 sees overlaps in std::string's operator+ that are not there (GCC bug 105651).
target_compile_options(hoego_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
target_compile_options(hoego_options INTERFACE $<$<CXX_COMPILER_ID:Clang>:-Wreserved-identifier>)
# One build for the tests under sanitizers and for the fuzz targets: what a fuzzer needs to see costs the tests little.
if(HOEGO_SANITIZE)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "HOEGO_SANITIZE needs clang (cmake --preset asan)")
  endif()
  target_compile_options(hoego_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined
    -fno-omit-frame-pointer -fno-sanitize-recover=undefined
    -fsanitize-ignorelist=${CMAKE_SOURCE_DIR}/cmake/sanitizers_ignore.txt)
  target_link_options(hoego_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined)
endif()

# Headers of other projects, compiled once a program: they take longer than most files themselves. The options are ccache's.
function(hoego_precompiled TARGET)
  target_precompile_headers(${TARGET} PRIVATE ${ARGN})
  target_compile_options(${TARGET} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
    "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
endfunction()

# Tests spend their time in the layers: optimising their own code takes longer than it saves.
function(hoego_test_options TARGET)
  hoego_precompiled(${TARGET} <gmock/gmock.h> <gtest/gtest.h>)
  target_compile_options(${TARGET} PRIVATE -O0)
endfunction()

# Not under g++ 12, which then warns of what its own headers do (array bounds, overlaps) in our name.
function(hoego_source_options TARGET)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    return()
  endif()
  hoego_precompiled(${TARGET} <algorithm> <array> <chrono> <functional> <map> <memory> <optional> <set> <string> <string_view>
    <utility> <vector> $<$<IN_LIST:fmt::fmt,$<TARGET_PROPERTY:${TARGET},LINK_LIBRARIES>>:<fmt/format.h$<ANGLE-R>>)
endfunction()

function(hoego_layer NAME)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cpp)
  file(GLOB tests CONFIGURE_DEPENDS *_test.cpp)
  list(REMOVE_ITEM sources ${tests} ${CMAKE_CURRENT_SOURCE_DIR}/main.cpp)
  list(TRANSFORM ARG_DEPENDS PREPEND hoego_)
  if(sources)
    add_library(hoego_${NAME} STATIC ${sources})
    target_link_libraries(hoego_${NAME} PUBLIC ${ARG_DEPENDS} PRIVATE hoego_options ${ARG_LINK})
    hoego_source_options(hoego_${NAME})
  else()
    add_library(hoego_${NAME} INTERFACE)
    target_link_libraries(hoego_${NAME} INTERFACE ${ARG_DEPENDS})
  endif()
  if(tests)
    add_executable(hoego_${NAME}_test ${tests})
    target_link_libraries(hoego_${NAME}_test PRIVATE hoego_${NAME} hoego_options ${ARG_LINK}
      GTest::gmock GTest::gtest_main)
    hoego_test_options(hoego_${NAME}_test)
    target_include_directories(hoego_${NAME}_test PRIVATE ${CMAKE_SOURCE_DIR})
    target_compile_definitions(hoego_${NAME}_test PRIVATE
      HOEGO_SOURCE_DIR="${CMAKE_SOURCE_DIR}" HOEGO_SAMPLES_DIR="${CMAKE_SOURCE_DIR}/../shared/samples")
    add_test(NAME ${NAME} COMMAND hoego_${NAME}_test)
    set_tests_properties(${NAME} PROPERTIES LABELS unit ENVIRONMENT "TZ=Asia/Seoul;LC_ALL=C.UTF-8")
  endif()
endfunction()
