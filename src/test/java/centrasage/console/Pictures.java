package centrasage.console;

import centrasage.demo.Day;
import centrasage.story.RunningApplication;
import centrasage.story.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code mvn -q -Ppictures}: takes a picture of each page of the console after a whole day of the demo's brand, into {@code docs/pictures}. */
public final class Pictures {
    private static final int ORDERS = 120;
    private static final long SEED = 20261123;

    private Pictures() {}

    public static void main(String[] arguments) throws InterruptedException {
        endWithParent();
        Path target = Path.of(arguments[0]);
        LocalDate day = LocalDate.now(Clock.system(ZoneId.of("Europe/London"))).minusDays(1);
        try (World world = World.begin(target.resolve("pictures-demo"), SEED, day, ORDERS)) {
            Map<String, String> settings = Day.settings(world);
            try (RunningApplication application =
                            RunningApplication.start(world.folder(), settings).awaitReady();
                    Browser browser = Browser.open(application.address())) {
                Day.trade(System.out, world, application, SEED);
                take(browser, Path.of(arguments[1]));
            }
        }
        System.exit(0);
    }

    /** Of each page the view with the most in its address: one thing that is chosen says more than a list. */
    private static void take(Browser browser, Path folder) throws InterruptedException {
        browser.wish("light");
        PagesIT.signIn(browser);
        Map<String, String> views = new LinkedHashMap<>();
        Crawl.from(browser, address -> {})
                .values()
                .forEach(address -> views.merge(name(address), address, Pictures::longer));
        for (Map.Entry<String, String> view : views.entrySet()) {
            browser.go(view.getValue());
            browser.picture(folder, view.getKey());
            System.out.println(folder.resolve(view.getKey() + ".png") + "  " + view.getValue());
        }
    }

    private static String longer(String one, String other) {
        return other.length() > one.length() ? other : one;
    }

    private static String name(String address) {
        return URI.create(address).getPath().replaceAll("/|[.]xhtml", "");
    }

    /** Maven may be killed; nothing outlives it. */
    private static void endWithParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent ->
                        parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    }
}
