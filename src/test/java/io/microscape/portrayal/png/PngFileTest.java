package io.microscape.portrayal.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back by ImageIO, whose inflater and PNG reader are others' and check all sums. */
class PngFileTest {
    private static final int OPAQUE = 0xFF000000;

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 300", "300, 1", "2, 2", "255, 257", "1000, 700"})
    void keepsPicturesOfAnySize(int width, int height) throws IOException {
        Random random = new Random(27);
        isKept(width, height, i -> OPAQUE | random.nextInt(1 << 24));
        isKept(width, height, i -> random.nextInt());
        isKept(width, height, i -> OPAQUE);
        isKept(width, height, i -> 0);
    }

    /** Runs of all lengths, so that matches are cut at 258 bytes with every rest, to the left and from above. */
    @ParameterizedTest
    @ValueSource(ints = {2, 17, 300, 5000})
    void keepsRunsOfAllLengths(int colours) throws IOException {
        for (int alpha : new int[] {0, OPAQUE}) {
            Random random = new Random(4544);
            int[] run = {0, 0};
            isKept(700, 300, i -> {
                if (run[0]-- == 0) {
                    run[0] = random.nextInt(random.nextInt(600) + 1);
                    run[1] = alpha | random.nextInt(colours) * 0x10305;
                }
                return run[1];
            });
        }
    }

    /** Rows of more than 32 KB: what stands above is out of the window's reach. */
    @ParameterizedTest
    @ValueSource(ints = {8191, 8192, 10922, 10923, 32767, 32768, 40000})
    void keepsRowsLongerThanTheWindow(int width) throws IOException {
        isKept(width, 3, column -> OPAQUE | column % width / 7 * 0x123);
        isKept(width, 3, column -> column % width / 7 * 0x10123);
        isKept(width, 3, column -> OPAQUE | column % width / 7 % 200);
    }

    /** So skewed that codes would be longer than the 15 bits that DEFLATE has: frequencies grow like Fibonacci's numbers. */
    @ParameterizedTest
    @ValueSource(ints = {24, 200})
    void keepsColoursOfVeryDifferentFrequency(int most) throws IOException {
        int[] pixels = new int[600 * 600];
        int before = 1;
        int count = 1;
        int at = 0;
        for (int colour = 0; colour < most && at < pixels.length; colour++) {
            int end = Math.min(pixels.length, at + count);
            Arrays.fill(pixels, at, end, OPAQUE | colour * 0x010101);
            at = end;
            count += before;
            before = count - before;
        }
        // neighbours differ, so that nothing is a run
        Random random = new Random(9);
        for (int i = pixels.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int pixel = pixels[i];
            pixels[i] = pixels[other];
            pixels[other] = pixel;
        }
        isKept(600, 600, i -> pixels[i]);
    }

    @ParameterizedTest
    @CsvSource({"256, 3, 1", "257, 2, 3", "300, 2, 3"})
    void usesAPaletteUpTo256Colours(int colours, int type, int bytes) {
        int[] pixels = new int[300 * 200];
        Arrays.setAll(pixels, i -> OPAQUE | i % 300 % colours * 0x10203);

        byte[] file = PngFile.encode(pixels, 300, 200, false);

        assertThat(file[25]).isEqualTo((byte) type);
        assertThat(file.length).isLessThan(colours * 3 + 300 * bytes * 2 + 2000);
    }

    private static void isKept(int width, int height, IntUnaryOperator colour) throws IOException {
        int[] pixels = new int[width * height];
        Arrays.setAll(pixels, colour);
        for (boolean small : new boolean[] {false, true}) {
            BufferedImage read =
                    ImageIO.read(new ByteArrayInputStream(PngFile.encode(pixels.clone(), width, height, small)));

            assertThat(read.getWidth()).isEqualTo(width);
            assertThat(read.getRGB(0, 0, width, height, null, 0, width)).isEqualTo(pixels);
        }
    }
}
