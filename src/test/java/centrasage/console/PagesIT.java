package centrasage.console;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.demo.Day;
import centrasage.story.RunningApplication;
import centrasage.story.World;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Every page of the console after a whole day: reached by links alone, open to everybody, and never wider than a tablet. */
class PagesIT {
    private static final long SEED = 20261201;
    private static final int ORDERS = 60;
    private static final int TABLET = 768;

    /** What no link leads to: where a form goes, where one comes from outside, and what is about something that this day has not. */
    private static final Set<String> WITHOUT_LINK = Set.of(
            "columns.xhtml", "sign-in.xhtml", "search.xhtml", "connect.xhtml", "mapping-change.xhtml", "journal.xhtml");

    private static final List<String> BY_ADDRESS = List.of(
            "/search.xhtml?q=nothing", "/connect.xhtml", "/mapping-change.xhtml", "/order.xhtml?number=987654321");

    @Test
    void every_page_is_reached_by_links_keeps_nobody_out_and_fits_a_tablet() throws Exception {
        Browser.isHere();
        try (World world = World.begin(Path.of("target/stories/pages"), SEED, LocalDate.of(2026, 11, 20), ORDERS)) {
            Map<String, String> settings = Day.settings(world);
            try (RunningApplication application =
                            RunningApplication.start(world.folder(), settings).awaitReady();
                    Browser browser = Browser.open(application.address())) {
                Day.trade(nowhere(), world, application, SEED);
                signIn(browser);
                List<String> faults = new ArrayList<>();
                Map<String, String> seen = Crawl.from(browser, address -> faults.addAll(faults(browser, address)));
                for (String address : BY_ADDRESS) {
                    browser.go(address);
                    browser.forgetComplaints();
                    faults.addAll(faults(browser, address));
                }
                System.out.println("pages: " + seen.values());
                assertThat(faults).isEmpty();
                assertThat(pages(seen)).containsAll(files());
            }
        }
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    }

    static void signIn(Browser browser) throws InterruptedException {
        browser.go("/sign-in.xhtml");
        browser.type("#name", "admin");
        browser.type("#password", RunningApplication.ADMIN_PASSWORD);
        browser.press(Keys.ENTER);
        browser.await("the page behind the sign-in", () -> browser.has("main#content"));
    }

    private static List<String> faults(Browser browser, String address) {
        List<String> faults = new ArrayList<>();
        for (String scheme : List.of("dark", "light")) {
            browser.wish(scheme);
            browser.barriers().forEach(each -> faults.add(address + ", " + scheme + ": " + each));
        }
        browser.complaints().forEach(each -> faults.add(address + ": " + each));
        browser.narrow(TABLET);
        if (!browser.run("return document.documentElement.scrollWidth <= document.documentElement.clientWidth")
                .equals("true")) {
            faults.add(address + ": wider than " + TABLET + " pixels");
        }
        browser.narrow(1440);
        return faults;
    }

    private static Set<String> pages(Map<String, String> seen) {
        return seen.values().stream()
                .map(address -> URI.create(address).getPath().substring(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/webapp"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xhtml") && !WITHOUT_LINK.contains(name))
                    .collect(Collectors.toSet());
        }
    }
}
