package io.microscape.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import javax.imageio.ImageIO;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real browser without a screen, Debian's chromium, driven over WebDriver. Pages load at the pace of the machine, so a
 * test waits for what a reader waits for, and fails with the page when it does not come.
 */
public final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** A new browser with an empty profile and a window of 1,280 by 800 pixels. */
    public static Browser start() {
        assertThat(List.of(CHROMIUM, DRIVER))
                .as("install a browser for this test (Debian: apt install chromium chromium-driver)")
                .allSatisfy(program -> assertThat(program).isExecutable());
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions()
                .setBinary(CHROMIUM.toFile())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--lang=en",
                        "--window-size=1280,800");
        options.setCapability("goog:loggingPrefs", console);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    /** Opens an address and waits until the page and what it names have loaded. */
    public Browser open(String address) {
        driver.get(address);
        return this;
    }

    /** The elements of the page as they are now, scripts having run. */
    public String elements() {
        return driver.getPageSource();
    }

    /** Waits until the elements of the page contain a text. */
    public void waitForText(String text) {
        await(() -> elements().contains(text), () -> "no \"" + text + "\" in " + elements());
    }

    /** Waits until a picture of the window is as wanted. */
    public void waitForPicture(String wanted, Predicate<BufferedImage> test) {
        await(() -> test.test(picture()), () -> "no " + wanted + " in the window of " + elements());
    }

    /** What the page has written to the console, errors of loading among it. */
    public List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    private BufferedImage picture() {
        try {
            return ImageIO.read(new ByteArrayInputStream(driver.getScreenshotAs(OutputType.BYTES)));
        } catch (IOException e) {
            throw new AssertionError("the browser's picture is no picture", e);
        }
    }

    private void await(BooleanSupplier condition, Supplier<String> missing) {
        try {
            new WebDriverWait(driver, LONGEST_WAIT).until(ignored -> condition.getAsBoolean());
        } catch (TimeoutException e) {
            throw new AssertionError(missing.get(), e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
