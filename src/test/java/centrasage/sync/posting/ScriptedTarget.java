package centrasage.sync.posting;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Sought;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The other side, saying what the test told it to say, and remembering what it was asked. */
public final class ScriptedTarget implements Target {
    public final List<String> calls = new ArrayList<>();
    final Map<PostingKey, Finding> findings = new HashMap<>();
    final Map<PostingKey, Function<Command, Outcome>> answers = new HashMap<>();

    @Nullable
    String unreachable;

    /** Companies that cannot be asked, and why. */
    final Map<String, String> silent = new HashMap<>();

    boolean keepsDrafts;

    private final PostingKind kind;

    public ScriptedTarget() {
        this(PostingKind.ORDER);
    }

    ScriptedTarget(PostingKind kind) {
        this.kind = kind;
    }

    void finds(String number, Finding finding) {
        findings.put(Plans.key(number), finding);
    }

    void answers(String number, Outcome outcome) {
        answers.put(Plans.key(number), command -> outcome);
    }

    @Override
    public PostingKind kind() {
        return kind;
    }

    @Override
    public Map<PostingKey, Finding> find(List<Sought> sought) throws TargetUnavailable {
        List<Command> commands = sought.stream().map(Sought::command).toList();
        calls.add("find " + commands.stream().map(ScriptedTarget::number).toList());
        if (unreachable != null) {
            throw new TargetUnavailable(unreachable);
        }
        for (Command command : commands) {
            String why = silent.get(command.key().company());
            if (why != null) {
                throw new TargetUnavailable(why);
            }
        }
        Map<PostingKey, Finding> found = new HashMap<>();
        commands.forEach(
                command -> found.put(command.key(), findings.getOrDefault(command.key(), new Finding.Absent())));
        return found;
    }

    @Override
    public Outcome send(Command command, String evidence) {
        calls.add("send " + number(command));
        return answers.getOrDefault(command.key(), sent -> new Outcome.Posted(Plans.document(number(sent))))
                .apply(command);
    }

    @Override
    public void discard(Command command, Document draft) throws TargetUnavailable {
        calls.add("discard " + draft.id());
        if (keepsDrafts) {
            throw new TargetUnavailable("the draft cannot be removed");
        }
    }

    private static String number(Command command) {
        return command.key().sourceKey();
    }
}
