package centrasage.console;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.story.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium that looks at the console, and what it complains about. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final ChromeDriver chrome;

    private Browser(URI base, ChromeDriver chrome) {
        this.base = base;
        this.chrome = chrome;
    }

    /** Skips the test on a machine without Chromium. */
    static void isHere() {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                () -> "the console is not looked at: " + CHROMIUM + " or " + DRIVER + " is missing (see .ci/run)");
    }

    static Browser open(URI base) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1440,900",
                "--user-data-dir=" + newFolder());
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(base, new ChromeDriver(service, options));
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("centrasage-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void go(String path) {
        chrome.get(base.resolve(path).toString());
    }

    /** What it shows now, for people to look at: {@code target/pictures}. */
    void picture(String name) {
        picture(Path.of("target/pictures"), name);
    }

    void picture(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".png"), chrome.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As wide as this, in pixels. */
    void narrow(int width) {
        chrome.manage().window().setSize(new Dimension(width, 900));
    }

    void forgetWhoIsSignedIn() {
        chrome.manage().deleteAllCookies();
    }

    /** What it sends along, for a request that is not a page's. */
    String cookies() {
        return chrome.manage().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Where it is: the path with its query. */
    String path() {
        URI here = URI.create(chrome.getCurrentUrl());
        return here.getQuery() == null ? here.getPath() : here.getPath() + "?" + here.getQuery();
    }

    void await(String what, Callable<Boolean> state) throws InterruptedException {
        Await.until(what, PATIENCE, () -> {
            try {
                return state.call();
            } catch (WebDriverException e) {
                return false; // the page is being replaced
            }
        });
    }

    void awaitPath(String start) throws InterruptedException {
        await("the browser to be at " + start, () -> path().startsWith(start));
    }

    WebElement find(String css) {
        return chrome.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return chrome.findElements(By.cssSelector(css));
    }

    boolean has(String css) {
        return !all(css).isEmpty();
    }

    /** The words that a person reads there. */
    String text(String css) {
        return find(css).getText();
    }

    void type(String css, String words) {
        find(css).clear();
        find(css).sendKeys(words);
    }

    void click(String css) {
        find(css).click();
    }

    void press(CharSequence... keys) {
        chrome.switchTo().activeElement().sendKeys(keys);
    }

    /** Presses Tab until the focus is there, as somebody without a mouse does. */
    void tabTo(String id) {
        for (int presses = 0; presses < 60; presses++) {
            if (id.equals(focused())) {
                return;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("no way to " + id + " by Tab; the focus is at " + focused());
    }

    String focused() {
        return String.valueOf(chrome.switchTo().activeElement().getDomAttribute("id"));
    }

    Object run(String script) {
        return String.valueOf(chrome.executeScript(script));
    }

    /**
     * What keeps people out of the page that is shown, as axe finds it: the serious and the critical, each with the rule, the places
     * and what helps.
     */
    List<String> barriers() {
        chrome.executeScript(Axe.SCRIPT);
        return chrome.executeAsyncScript(Axe.RUN) instanceof List<?> found
                ? found.stream().map(String::valueOf).toList()
                : List.of("axe gave no answer");
    }

    /** As somebody sees it whose system wishes dark pages, or light ones; colours change at once, so that none is judged half way. */
    void wish(String scheme) {
        chrome.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    boolean isOurs(URI address) {
        return base.getAuthority().equals(address.getAuthority());
    }

    /** What the browser complained about since the last time: refused styles and scripts, errors, missing files. */
    List<String> complaints() {
        return chrome.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    void hasNothingToComplain() {
        assertThat(complaints()).isEmpty();
    }

    /** Forgets what was complained about, where a page is missing on purpose. */
    void forgetComplaints() {
        chrome.manage().logs().get(LogType.BROWSER);
    }

    @Override
    public void close() {
        chrome.quit();
    }
}
