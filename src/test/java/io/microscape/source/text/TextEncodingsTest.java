package io.microscape.source.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microscape.source.FeatureReader;
import io.microscape.source.dbf.DbfLanguage;
import io.microscape.study.InvalidInputException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncodingsTest {
    private static final List<String> SIMPLIFIED = List.of(
            "越秀公园", "人民公园", "沿江西路", "烈士陵园", "北碚区", "朝阳街道", "天生桥社区", "口袋公园", "儿童游乐场", "翰墨池", "篮球场", "香樟", "黄葛树", "小叶榕",
            "银杏", "桂花", "麦冬", "鸢尾", "龙脑香", "滨江绿道", "社区花园", "停车场", "东濠涌", "麓湖", "白云山", "珠江", "沙河涌", "磨碟沙", "荔湾湖", "蕉门",
            "鼎湖", "邕江", "嘉陵江", "缙云山", "歇马", "蔡家岗", "童家溪", "施家梁", "澄江", "金刀峡", "柳荫", "三圣", "复兴", "静观", "水土");
    private static final List<String> TRADITIONAL = List.of(
            "中正紀念堂", "大安森林公園", "臺北市", "信義區", "兒童遊戲場", "觀塘海濱花園", "維多利亞公園", "籃球場", "學校", "圖書館", "濕地公園", "國語", "運動場", "綠地",
            "榕樹", "樟樹", "櫻花", "杜鵑花");
    private static final List<String> KOREAN =
            List.of("한국말", "서울숲", "올림픽공원", "어린이공원", "은행나무", "강남구", "여의도한강공원", "놀이터", "초등학교");
    private static final List<String> JAPANESE =
            List.of("カタカナひらがな", "日比谷公園", "うえの公園", "児童遊園", "代々木公園", "さくら通り", "みどりの広場");
    private static final List<String> LATIN = List.of(
            "Peçeña México",
            "Café de Flore",
            "Jardin botanique d'été",
            "Straße",
            "Größe",
            "Parc Güell",
            "São Paulo",
            "Malmö",
            "Ångström",
            "Piñata",
            "Forêt",
            "Übersee",
            "El Niño",
            "Allée des Érables");
    private static final List<String> CYRILLIC =
            List.of("Парк Горького", "улица Ленина", "Красная площадь", "сквер", "Детская площадка");

    static Stream<Arguments> alone() {
        return Stream.of(
                        inEncoding("GBK", "GB18030", SIMPLIFIED),
                        inEncoding("GB18030", "GB18030", List.of("北碚区\uD840\uDC0B", "㙟头村")),
                        inEncoding("Big5", "Big5", TRADITIONAL),
                        inEncoding("EUC-KR", "EUC-KR", KOREAN),
                        inEncoding("Shift_JIS", "Shift_JIS", JAPANESE),
                        inEncoding("windows-1252", "windows-1252", LATIN),
                        inEncoding("windows-1251", "windows-1251", CYRILLIC),
                        inEncoding("UTF-8", "UTF-8", SIMPLIFIED),
                        inEncoding("UTF-8", "UTF-8", KOREAN),
                        inEncoding("UTF-8", "UTF-8", LATIN),
                        inEncoding("UTF-8", "UTF-8", CYRILLIC))
                .flatMap(each -> each);
    }

    private static Stream<Arguments> inEncoding(String written, String expected, List<String> texts) {
        return texts.stream().map(text -> Arguments.of(text, written, expected));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("alone")
    void aSingleNameIsEnough(String text, String written, String expected) {
        byte[] bytes = text.getBytes(Charset.forName(written));
        FeatureReader.TextEncoding found = TextEncodings.detect(bytes, null);
        assertThat(found).isEqualTo(new FeatureReader.TextEncoding(expected, "detected"));
        assertThat(new String(bytes, TextEncodings.charset(found.charset()))).isEqualTo(text);
    }

    static Stream<Arguments> together() {
        return Stream.of(
                Arguments.of("GBK", "GB18030", SIMPLIFIED),
                Arguments.of("Big5", "Big5", TRADITIONAL),
                Arguments.of("EUC-KR", "EUC-KR", KOREAN),
                Arguments.of("Shift_JIS", "Shift_JIS", JAPANESE),
                Arguments.of("windows-1252", "windows-1252", LATIN),
                Arguments.of("UTF-8", "UTF-8", SIMPLIFIED));
    }

    @ParameterizedTest
    @MethodSource
    void together(String written, String expected, List<String> texts) {
        byte[] sample = String.join(",12.5\n", texts).getBytes(Charset.forName(written));
        assertThat(TextEncodings.detect(sample, null).charset()).isEqualTo(expected);
        // A sample of fixed size may end amid a character.
        assertThat(TextEncodings.detect(Arrays.copyOf(sample, sample.length - 1), null)
                        .charset())
                .isEqualTo(expected);
    }

    @Test
    void byteOrderMarksAndAscii() {
        assertThat(TextEncodings.detect("\uFEFFa,b".getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo(new FeatureReader.TextEncoding("UTF-8", "byte order mark"));
        assertThat(TextEncodings.detect(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0}, null)
                        .charset())
                .isEqualTo("UTF-16LE");
        assertThat(TextEncodings.detect("code,name".getBytes(StandardCharsets.US_ASCII), null)
                        .charset())
                .isEqualTo("UTF-8");
        assertThat(TextEncodings.detect(new byte[] {(byte) 0xB9}, "ANSI 936"))
                .isEqualTo(new FeatureReader.TextEncoding("GBK", "given"));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8",
        "utf8, UTF-8",
        "65001, UTF-8",
        "GBK, GBK",
        "936, GBK",
        "ANSI 936, GBK",
        "cp936, GBK",
        "OEM 936, GBK",
        "GB2312, GBK",
        "GB18030, GB18030",
        "54936, GB18030",
        "Big5, x-windows-950",
        "Big-5, x-windows-950",
        "950, x-windows-950",
        "EUC-KR, x-windows-949",
        "949, x-windows-949",
        "shiftjis, windows-31j",
        "Shift_JIS, windows-31j",
        "932, windows-31j",
        "1251, windows-1251",
        "ANSI 1252, windows-1252",
        "ISO 88591, ISO-8859-1",
        "88591, ISO-8859-1",
        "ISO-8859-15, ISO-8859-15",
        "ISO8859-2, ISO-8859-2",
        "UTF-16, UTF-16",
        "437, IBM437",
        "OEM 850, IBM850",
        "874, x-IBM874",
        "latin1, ISO-8859-1"
    })
    void namesInUse(String name, String charset) {
        assertThat(TextEncodings.charset(name)).isEqualTo(Charset.forName(charset));
        assertThat(TextEncodings.charset(TextEncodings.label(TextEncodings.charset(name))))
                .isEqualTo(Charset.forName(charset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"klingon", "", "99999", "8859", "a b c"})
    void unknownNamesAreRefusedWithAMend(String name) {
        assertThatThrownBy(() -> TextEncodings.charset(name))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no such text encoding; name it with --encoding");
    }

    /** Samples of the table of language driver ids in dBase and Visual FoxPro documentation. */
    @ParameterizedTest
    @CsvSource({
        "0x01, IBM437",
        "0x03, windows-1252",
        "0x13, windows-31j",
        "0x26, IBM866",
        "0x4D, GBK",
        "0x4E, x-windows-949",
        "0x4F, x-windows-950",
        "0x50, x-IBM874",
        "0x58, windows-1252",
        "0x64, IBM852",
        "0x78, x-windows-950",
        "0x79, x-windows-949",
        "0x7A, GBK",
        "0x7B, windows-31j",
        "0x7C, x-IBM874",
        "0x7D, windows-1255",
        "0x7E, windows-1256",
        "0x96, x-MacCyrillic",
        "0xC8, windows-1250",
        "0xC9, windows-1251",
        "0xCB, windows-1253"
    })
    void languageDriverIds(String id, String charset) {
        assertThat(DbfLanguage.charset(Integer.decode(id))).isEqualTo(Charset.forName(charset));
    }

    @Test
    void ansiIsNoStatement() {
        assertThat(DbfLanguage.charset(0x57)).isNull();
        assertThat(DbfLanguage.charset(0)).isNull();
    }
}
