package io.github.lambdalayer.output;

import com.google.gson.annotations.SerializedName;
import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.Documents;
import io.github.lambdalayer.publish.Allowance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * A policy document as IAM takes it.
 *
 * @param version IAM's version of the language
 * @param statements what is allowed
 */
public record IamPolicy(
    @SerializedName("Version") String version,
    @SerializedName("Statement") List<Statement> statements) {

  private static final String VERSION = "2012-10-17";

  /**
   * A statement.
   *
   * @param sid its id
   * @param effect {@code Allow}
   * @param actions what is allowed
   * @param resources on what
   */
  public record Statement(
      @SerializedName("Sid") String sid,
      @SerializedName("Effect") String effect,
      @SerializedName("Action") List<String> actions,
      @SerializedName("Resource") List<String> resources) {}

  /** A document of what must be allowed; what is alike is said once. */
  public static IamPolicy of(List<Allowance> allowances) {
    var merged = new LinkedHashMap<List<String>, Statement>();
    for (Allowance allowance : allowances) {
      merged.merge(
          allowance.resources(),
          new Statement(allowance.name(), "Allow", allowance.actions(), allowance.resources()),
          (one, other) ->
              new Statement(
                  one.sid(),
                  one.effect(),
                  Stream.concat(one.actions().stream(), other.actions().stream())
                      .distinct()
                      .toList(),
                  one.resources()));
    }
    return new IamPolicy(VERSION, List.copyOf(merged.values()));
  }

  /** The document's text. */
  public String text() {
    return Documents.toJson(this);
  }

  /** Writes it, for {@code aws iam put-role-policy --policy-document file://…}. */
  public void write(Path file) throws IOException {
    AtomicFile.write(file, text());
  }
}
