extension Unicode.Scalar {
    /// Whether nobody sees it, or everybody sees something else: what moves the cursor or joins its neighbors, what Unicode lets programs
    /// leave out, blank letters, and what every font draws in its own way or none.
    ///
    /// Every reader of names and every printer asks here, so that what one refuses the other does not show.
    public var isInvisible: Bool {
        if value < 0x7F { return value < 0x20 }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: return true
        // Letters, marks, digits, signs and blanks are seen, but for the few below.
        default: break
        }
        // Variation selectors, fillers and joiners are ignorable; the blank Braille pattern and the stand-in for an object are signs by category.
        return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint || value == 0x2800
            || value == 0xFFFC
    }

    /// Whether it is a blank that looks like a space and is none.
    public var isOddBlank: Bool { self != " " && properties.isWhitespace && !isInvisible }
}
