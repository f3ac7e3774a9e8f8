"""Write a report for a person, for a program, or as a glossary to go with the paper."""
