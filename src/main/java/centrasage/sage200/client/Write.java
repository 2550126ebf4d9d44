package centrasage.sage200.client;

import centrasage.flow.Document;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.read.SignInCheck;
import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonObject;
import java.util.Optional;

/** One write whose answer is judged: what {@link SageAnswers} must be able to ask about it. */
interface Write {

    /** What is written, as people call it: {@code sales order C10234}. */
    String name();

    /**
     * The document that a successful answer confirms.
     *
     * @throws Row.Malformed when the answer does not prove that this document is there and final
     */
    Document confirmed(JsonObject answer);

    /** Why an answer of success proves that Sage has not done as it was asked; empty where it proves nothing of the kind. */
    default Optional<Reason> untaken(JsonObject answer) {
        return Optional.empty();
    }

    /**
     * Reads Sage back by the document's key and removes half-made drafts that this write has left, and no others.
     *
     * @return true when nothing is left behind, false when a document of this key stands there, or a draft that is not proven ours
     * @throws TargetUnavailable when that cannot be found out
     */
    boolean leftNothingBehind() throws TargetUnavailable;

    /** Whether Sage still takes the sign-in that this write was sent with. */
    SignInCheck signIn();

    /** The text without the personal data of this document. */
    String withoutPersonalData(String text);
}
