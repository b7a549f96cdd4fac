#pragma once
#include <iconv.h>
#include <zip.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

/// Small tables for tests, as other programs write them.
namespace hoego::fixture {

/// A zip of the files, by name.
inline std::string zipped(const std::map<std::string, std::string>& files) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  for (const auto& [name, content] : files)
    zip_file_add(zip, name.c_str(), zip_source_buffer(zip, content.data(), content.size(), 0),
                 ZIP_FL_ENC_UTF_8);
  if (zip_close(zip) != 0) throw Error("no zip could be written", "", "");
  std::string out;
  zip_source_open(target);
  char piece[4096];
  for (zip_int64_t count = 0; (count = zip_source_read(target, piece, sizeof piece)) > 0;)
    out.append(piece, static_cast<std::size_t>(count));
  zip_source_close(target);
  zip_source_free(target);
  return out;
}

struct Workbook {
  std::string rows;                 ///< XML inside sheetData
  std::vector<std::string> shared;  ///< XML inside each si
  std::string formats;              ///< XML of numFmts
  std::string styles;               ///< XML inside cellXfs
  bool base_1904 = false;
  std::map<std::string, std::string> more = {};
};

inline std::string xlsx(const Workbook& book) {
  const std::string declaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
  const std::string main = R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
  const std::string links =
      R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";
  std::string shared;
  for (const std::string& text : book.shared) shared += "<si>" + text + "</si>";
  std::map<std::string, std::string> files = {
      {"[Content_Types].xml", declaration + "<Types/>"},
      {"xl/workbook.xml", declaration + "<workbook " + main + " " + links + "><workbookPr date1904=\"" +
                              (book.base_1904 ? "1" : "0") +
                              R"("/><sheets><sheet name="숨김" sheetId="9" state="hidden" r:id="rId9"/>)" +
                              R"(<sheet name="이용내역" sheetId="1" r:id="rId1"/>)" +
                              R"(<sheet name="둘째" sheetId="2" r:id="rId2"/></sheets></workbook>)"},
      {"xl/_rels/workbook.xml.rels",
       declaration + R"(<Relationships><Relationship Id="rId2" Target="/xl/worksheets/second.xml"/>)" +
           R"(<Relationship Id="rId1" Target="worksheets/first.xml"/></Relationships>)"},
      {"xl/styles.xml", declaration + "<styleSheet " + main + ">" + book.formats +
                            "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + book.styles +
                            "</cellXfs></styleSheet>"},
      {"xl/sharedStrings.xml", declaration + "<sst " + main + ">" + shared + "</sst>"},
      {"xl/worksheets/first.xml",
       declaration + "<worksheet " + main + "><sheetData>" + book.rows + "</sheetData></worksheet>"},
      {"xl/worksheets/second.xml",
       declaration + "<worksheet " + main +
           "><sheetData><row><c t=\"inlineStr\"><is><t>둘째 장</t></is></c></row>" +
           "</sheetData></worksheet>"}};
  for (const auto& [name, content] : book.more) files[name] = content;
  return zipped(files);
}

/// UTF-8 text as a Korean Windows writes it, by the C library's tables.
inline std::string cp949(std::string text) {
  iconv_t converter = iconv_open("CP949", "UTF-8");
  std::string out(text.size() * 2, '\0');
  char* from = text.data();
  char* to = out.data();
  std::size_t from_left = text.size();
  std::size_t to_left = out.size();
  if (iconv(converter, &from, &from_left, &to, &to_left) != 0) throw Error("not in CP949", text, "");
  iconv_close(converter);
  out.resize(out.size() - to_left);
  return out;
}

}  // namespace hoego::fixture
