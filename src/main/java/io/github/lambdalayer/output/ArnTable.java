package io.github.lambdalayer.output;

import io.github.lambdalayer.layer.AtomicFile;
import io.github.lambdalayer.layer.InvalidInputException;
import io.github.lambdalayer.layer.LayerName;
import io.github.lambdalayer.layer.LayerVersionArn;
import io.github.lambdalayer.layer.Messages;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of ARNs in a file of the user's, between two comments that say where, in Markdown: {@code
 * <!-- lambda-layer:my-layer -->} and {@code <!-- /lambda-layer:my-layer -->}. All else in the file stays
 * as it is.
 */
public final class ArnTable {

  private static final Pattern ARN = Pattern.compile("`(arn:[^`]*)`");

  private final Path file;

  /** A table in a file. */
  public ArnTable(Path file) {
    this.file = file;
  }

  /** Where the table of a layer is in the text of the file. */
  private record Place(String text, int from, int to) {

    String table() {
      return text.substring(from, to);
    }
  }

  /**
   * Makes sure that the file has a place for a layer's table.
   *
   * @throws InvalidInputException if it has not
   */
  public void check(LayerName layer) throws IOException {
    place(layer);
  }

  /**
   * Writes the table of a layer: the versions that are as they were wanted. A target that failed keeps
   * the line that it had. Where nothing has changed the file is not touched.
   *
   * @throws InvalidInputException if the file has no place for it
   */
  public void write(LayerName layer, ResultFiles results) throws IOException {
    Place place = place(layer);
    List<LayerVersionArn> arns = arns(results.targets(layer), place.table());
    String end = lineEnd(place);
    String table = arns.isEmpty() ? "" : String.join(end, lines(arns)) + end + end;
    String inserted = end + end + table;
    if (arns.isEmpty()) {
      inserted = end;
    }
    if (!inserted.equals(place.table())) {
      AtomicFile.write(
          file,
          place.text().substring(0, place.from()) + inserted + place.text().substring(place.to()));
    }
  }

  private Place place(LayerName layer) throws IOException {
    String text = text();
    String open = Messages.format("<!-- lambda-layer:%s -->", layer);
    String close = Messages.format("<!-- /lambda-layer:%s -->", layer);
    int from = text.indexOf(open);
    int to = text.indexOf(close);
    if (from < 0 || to < from) {
      throw new InvalidInputException(
          Messages.format(
              "<arnTable> is '%s', and that file does not say where the table of the layer %s goes."
                  + " Put these two lines where it belongs:%n%s%n%s",
              file, layer, open, close));
    }
    if (text.indexOf(open, from + 1) >= 0 || text.indexOf(close, to + 1) >= 0) {
      throw new InvalidInputException(
          Messages.format(
              "<arnTable> is '%s', and that file has '%s' or '%s' more than once: leave one of each.",
              file, open, close));
    }
    return new Place(text, from + open.length(), to);
  }

  private String text() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(
          Messages.format(
              "<arnTable> is '%s', and there is no such file: name one that is there.", file));
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(
          Messages.format("<arnTable> is '%s', which is no text in UTF-8: save it as such.", file),
          e);
    }
  }

  /** As the line of the first comment ends, for a file may have come from Windows. */
  private static String lineEnd(Place place) {
    int newline = place.text().indexOf('\n', place.from());
    return newline > 0 && place.text().charAt(newline - 1) == '\r' ? "\r\n" : "\n";
  }

  private static List<LayerVersionArn> arns(List<ResultFiles.Target> targets, String before) {
    List<LayerVersionArn> earlier = earlier(before);
    var arns = new ArrayList<LayerVersionArn>();
    for (ResultFiles.Target target : targets) {
      target
          .arn()
          .ifPresentOrElse(
              arns::add,
              () ->
                  earlier.stream()
                      .filter(arn -> arn.region().equals(target.region()))
                      .filter(
                          arn ->
                              arn.account()
                                  .equals(
                                      Objects.requireNonNullElse(target.account(), arn.account())))
                      .forEach(arns::add));
    }
    return RegionMap.sorted(arns.stream().distinct().toList());
  }

  private static List<LayerVersionArn> earlier(String table) {
    var arns = new ArrayList<LayerVersionArn>();
    Matcher matcher = ARN.matcher(table);
    while (matcher.find()) {
      try {
        arns.add(LayerVersionArn.parse(matcher.group(1)));
      } catch (IllegalArgumentException e) {
        // Somebody has written there by hand; it is replaced like all else in the table.
      }
    }
    return arns;
  }

  private static List<String> lines(List<LayerVersionArn> arns) {
    boolean isOfOne = RegionMap.isOfOneAccount(arns);
    var rows = new ArrayList<List<String>>();
    rows.add(
        isOfOne
            ? List.of("Region", "Version", "ARN")
            : List.of("Region", "Account", "Version", "ARN"));
    for (LayerVersionArn arn : arns) {
      String version = Long.toString(arn.version());
      String code = MarkdownTable.code(arn.toString());
      rows.add(
          isOfOne
              ? List.of(arn.region(), version, code)
              : List.of(arn.region(), arn.account(), version, code));
    }
    return MarkdownTable.lines(rows);
  }
}
